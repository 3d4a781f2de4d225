package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;

/** A card that tells how busy it is. */
final class Sample {

  static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  static final Series BUSY = Series.ofCard("pesubuntu", "card1", Figure.BUSY);
  static final Origin ORIGIN = new Origin(Source.GPU, Route.LAN, "http://card");

  private Sample() {}

  static Reading<GpuNode> busy(Instant at, double percent) {
    var card = Card.bare("card1", GpuNode.CardState.BUSY, percent, null);
    return new Reading.Live<>(new GpuNode("pesubuntu", List.of(card)), ORIGIN, at);
  }
}
