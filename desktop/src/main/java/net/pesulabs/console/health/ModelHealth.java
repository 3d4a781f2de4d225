package net.pesulabs.console.health;

import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Msg;

/** What the model server's state means. */
public final class ModelHealth {

  private ModelHealth() {}

  public static Health of(ModelServer model) {
    return switch (model.state()) {
      case READY -> new Health(Severity.FINE, Msg.modelHealthReady());
      case LOADING -> new Health(Severity.BUSY, Msg.modelHealthLoading());
      case SLEEPING -> new Health(Severity.FINE, Msg.modelHealthSleeping());
    };
  }
}
