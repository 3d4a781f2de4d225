package net.pesulabs.console.page.chat;

import java.time.Instant;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;

/** Puts a model server into a house. */
final class TestModel {

  static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  private TestModel() {}

  static LiveHomelab ready() {
    var homelab = new LiveHomelab();
    set(homelab, ModelServer.State.READY, 0);
    return homelab;
  }

  static void set(LiveHomelab homelab, ModelServer.State state, int waiting) {
    var origin = new Origin(Source.MODEL, Route.TAILNET, "http://100.64.0.9:8080");
    var server = Rows.server(state).name("Qwen3-14B").context(8192, 1).work(1, waiting).build();
    homelab.model().set(new Reading.Live<>(server, origin, AT));
  }

  static void lose(LiveHomelab homelab) {
    homelab.model().update(reading -> reading.lost(Msg.readingWaiting()));
  }
}
