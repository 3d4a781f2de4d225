package net.pesulabs.console.health;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** How warm a part of a card is, and what that part bears. */
record Warmth(Message part, String name, double celsius, double limitCelsius) {

  /** The part that is closest to its own limit; empty where no part tells both. */
  static Optional<Warmth> closest(Card card) {
    return Stream.of(
            of(Msg.gpuStatesPartJunction(), "junction", card.junction()),
            of(Msg.gpuStatesPartMemory(), "mem", card.memory()),
            of(Msg.gpuStatesPartEdge(), "edge", card.edge()))
        .flatMap(Stream::ofNullable)
        .min(Comparator.comparingDouble(Warmth::room));
  }

  /** How many degrees are left. */
  double room() {
    return limitCelsius - celsius;
  }

  private static @Nullable Warmth of(Message part, String name, Card.Heat heat) {
    Double celsius = heat.celsius();
    Double limit = heat.limitCelsius();
    return celsius == null || limit == null ? null : new Warmth(part, name, celsius, limit);
  }
}
