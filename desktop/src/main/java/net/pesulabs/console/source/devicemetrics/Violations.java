package net.pesulabs.console.source.devicemetrics;

import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.source.Samples.Sample;
import net.pesulabs.console.source.cards.Labelled;

/**
 * What this exporter alone passes on: for how much of the time the card's firmware held it back,
 * and why. Instinct MI300 only; on others the figures are missing, or 0, which says nothing. Only
 * the percentages are taken: of the accumulated counters nobody tells the unit.
 */
final class Violations {

  /** A few percent are usual under load, and nobody feels them. */
  private static final double FELT_PERCENT = 10;

  private static final String NAME = "gpu_violation_%s_percentage";

  private static final List<String> HEAT =
      List.of(
          "processor_hot_residency",
          "socket_thermal_residency",
          "vr_thermal_residency",
          "hbm_thermal_residency",
          "gfx_clock_below_host_limit_thermal");

  private static final List<String> POWER =
      List.of("ppt_residency", "gfx_clock_below_host_limit_power");

  private Violations() {}

  /** The card, with what the firmware says in place of what its figures show. */
  static Card on(Card card, Labelled cards, Sample sample, String prefix) {
    Card.Throttle throttle =
        felt(HEAT, cards, sample, prefix)
            ? Card.Throttle.HEAT
            : felt(POWER, cards, sample, prefix) ? Card.Throttle.POWER : card.throttle();
    return throttle == card.throttle()
        ? card
        : new Card(
            card.id(),
            card.name(),
            card.state(),
            card.busyPercent(),
            card.vram(),
            card.gtt(),
            card.edge(),
            card.junction(),
            card.memory(),
            card.power(),
            card.fan(),
            card.clocks(),
            throttle);
  }

  /** Some are told for each of several dies: the worst counts. */
  private static boolean felt(List<String> why, Labelled cards, Sample sample, String prefix) {
    Stream<Sample> told =
        why.stream()
            .flatMap(name -> cards.samplesOf(sample, prefix + NAME.formatted(name)).stream());
    return told.anyMatch(one -> one.value() >= FELT_PERCENT && one.value() <= 100);
  }
}
