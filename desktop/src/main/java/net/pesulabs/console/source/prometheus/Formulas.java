package net.pesulabs.console.source.prometheus;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.source.cards.Plausible;
import net.pesulabs.console.source.prometheus.Formula.Stretch;
import net.pesulabs.console.source.prometheus.Layout.CardPlace;

/** How each figure is asked for, by the names of whoever told it to Prometheus. */
final class Formulas {

  private static final DoublePredicate BYTES = value -> value >= 0 && value <= 0x1p44;

  private Formulas() {}

  /** The formula of a figure of a card; empty where that program does not tell it. */
  static Optional<Formula> of(Figure figure, CardPlace card, Stretch over) {
    return switch (card.figure()) {
      case "node_drm_memory_vram_size_bytes" -> ofNodeExporter(figure, card, over);
      case "all_smi_gpu_memory_total_bytes" -> ofAllSmi(figure, card, over);
      default -> ofDeviceMetrics(figure, card, over);
    };
  }

  private static Optional<Formula> ofNodeExporter(Figure figure, CardPlace card, Stretch over) {
    return switch (figure) {
      case BUSY -> {
        Formula busy = one(card.of("node_drm_gpu_busy_percent"), over, Plausible::percent);
        yield Optional.of(
            card.sensor("node_hwmon_temp_celsius", "")
                .map(witness -> busy.witnessedBy(witness, over))
                .orElse(busy));
      }
      case VRAM_USED -> Optional.of(one(card.of("node_drm_memory_vram_used_bytes"), over, BYTES));
      case GTT_USED -> Optional.of(one(card.of("node_drm_memory_gtt_used_bytes"), over, BYTES));
      case EDGE -> heat(card, "edge", over);
      case JUNCTION -> heat(card, "junction", over);
      case MEMORY_TEMPERATURE -> heat(card, "mem", over);
      case POWER ->
          card.sensor("node_hwmon_power_average_watt", "")
              .flatMap(average ->
                  card.sensor("node_hwmon_power_watt", "")
                      .map(now ->
                          Formula.of(
                              List.of(average, now),
                              over,
                              UnaryOperator.identity(),
                              watts -> watts >= 0)));
      // 65535 is what a fan that stands still tells on some cards.
      case FAN ->
          card.sensor("node_hwmon_fan_rpm", "")
              .map(fan -> Formula.computed("max(" + fan + ") % 65535", over, Plausible::rpm));
      case CORE_CLOCK -> clock(card, "sclk", over);
      case MEMORY_CLOCK -> clock(card, "mclk", over);
      default -> Optional.empty();
    };
  }

  private static Optional<Formula> ofAllSmi(Figure figure, CardPlace card, Stretch over) {
    return switch (figure) {
      case BUSY -> Optional.of(one(card.of("all_smi_gpu_utilization"), over, Plausible::percent));
      case VRAM_USED -> Optional.of(one(card.of("all_smi_gpu_memory_used_bytes"), over, BYTES));
      case EDGE ->
          Optional.of(one(card.of("all_smi_gpu_temperature_celsius"), over, Plausible::celsius));
      case POWER ->
          Optional.of(one(card.of("all_smi_gpu_power_consumption_watts"), over, Plausible::watts));
      case FAN -> Optional.of(one(card.of("all_smi_gpu_fan_speed_rpm"), over, Plausible::rpm));
      case CORE_CLOCK ->
          Optional.of(one(card.of("all_smi_gpu_frequency_mhz"), over, Plausible::megahertz));
      default -> Optional.empty();
    };
  }

  private static Optional<Formula> ofDeviceMetrics(Figure figure, CardPlace card, Stretch over) {
    String prefix = card.figure().substring(0, card.figure().indexOf("gpu_"));
    return switch (figure) {
      case BUSY -> Optional.of(one(card.of(prefix + "gpu_gfx_activity"), over, Plausible::percent));
      case VRAM_USED -> Optional.of(mebibytes(card.of(prefix + "gpu_used_vram"), over));
      case GTT_USED -> Optional.of(mebibytes(card.of(prefix + "gpu_used_gtt"), over));
      case EDGE ->
          Optional.of(one(card.of(prefix + "gpu_edge_temperature"), over, Plausible::celsius));
      case JUNCTION ->
          Optional.of(one(card.of(prefix + "gpu_junction_temperature"), over, Plausible::celsius));
      case MEMORY_TEMPERATURE ->
          Optional.of(one(card.of(prefix + "gpu_memory_temperature"), over, Plausible::celsius));
      case POWER ->
          Optional.of(
              Formula.of(
                  List.of(
                      card.of(prefix + "gpu_package_power"),
                      card.of(prefix + "gpu_average_package_power")),
                  over,
                  UnaryOperator.identity(),
                  Plausible::watts));
      default -> Optional.empty();
    };
  }

  /** The formula of a figure of the machine, which node_exporter tells. */
  static Optional<Formula> ofMachine(Figure figure, Targets.Target machine, Stretch over) {
    String of = "{" + machine.matchers() + "}";
    return switch (figure) {
      case MACHINE_CPU -> {
        String rate = over.forRate().toMillis() + "ms";
        String rest = "node_cpu_seconds_total{mode=~\"idle|iowait\"," + machine.matchers() + "}";
        yield Optional.of(
            Formula.computed(
                "100 * (1 - sum(rate(%s[%s])) / sum(rate(node_cpu_seconds_total%s[%s])))"
                    .formatted(rest, rate, of, rate),
                over,
                // Ticks of the kernel are coarse: a machine that does nothing may be a trifle below
                // 0.
                percent -> percent > -1 && percent <= 100));
      }
      case MACHINE_MEMORY_USED ->
          Optional.of(
              Formula.missing(
                  "node_memory_MemTotal_bytes" + of,
                  "node_memory_MemAvailable_bytes" + of,
                  over,
                  BYTES));
      default -> Optional.empty();
    };
  }

  private static Optional<Formula> heat(CardPlace card, String label, Stretch over) {
    return card.sensor("node_hwmon_temp_celsius", label)
        .map(sensor -> one(sensor, over, Plausible::celsius));
  }

  private static Optional<Formula> clock(CardPlace card, String clock, Stretch over) {
    return card.clock(clock).map(selector -> one(selector, over, megahertz -> megahertz >= 0));
  }

  private static Formula mebibytes(String selector, Stretch over) {
    return Formula.of(List.of(selector), over, inMib -> inMib + " * 1048576", BYTES);
  }

  private static Formula one(String selector, Stretch over, DoublePredicate possible) {
    return Formula.of(List.of(selector), over, UnaryOperator.identity(), possible);
  }
}
