package net.pesulabs.console.health;

import java.util.List;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Msg;

/** What the model server's state means. */
public final class ModelHealth {

  static final String LOADING = "model-loading";

  private ModelHealth() {}

  public static Health of(ModelServer model) {
    return diagnose(model).health();
  }

  /** That the model is being loaded is nothing to mend, and yet nobody can chat meanwhile. */
  static Diagnosis diagnose(ModelServer model) {
    return switch (model.state()) {
      case READY -> Diagnosis.fine(Severity.FINE, Msg.modelHealthReady());
      case LOADING ->
          Diagnosis.of(
              LOADING,
              Severity.BUSY,
              Msg.modelHealthLoading(),
              Msg.adviceModelLoading(),
              List.of("state=loading"),
              null);
      case SLEEPING -> Diagnosis.fine(Severity.FINE, Msg.modelHealthSleeping());
    };
  }
}
