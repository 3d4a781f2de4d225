package net.pesulabs.console.page;

import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Msg;

/** What the model server is doing, for somebody who wants to talk with it. */
public final class ModelWords {

  private ModelWords() {}

  public static Health of(ModelServer model) {
    Integer busy = model.slotsBusy();
    return switch (model.state()) {
      case READY ->
          new Health(
              Severity.FINE, busy != null && busy > 0 ? Msg.homeModelBusy() : Msg.homeModelReady());
      case LOADING -> new Health(Severity.BUSY, Msg.homeModelLoading());
      case SLEEPING -> new Health(Severity.FINE, Msg.homeModelSleeping());
    };
  }
}
