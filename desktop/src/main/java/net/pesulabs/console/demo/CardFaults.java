package net.pesulabs.console.demo;

import static net.pesulabs.console.demo.PretendCard.drm;
import static net.pesulabs.console.demo.PretendCard.sensor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the exporter says of the graphics cards while something is wrong with them. */
final class CardFaults {

  /** How long a card that vanishes is there first, so that somebody can miss it. */
  static final Duration BEFORE_IT_VANISHES = Duration.ofSeconds(8);

  private static final double VRAM_BYTES = 1.7163091968e10;

  /** A small card that draws the screen: its series, in the words of the exporter. */
  private static final List<String> SECOND_CARD =
      Json.resource("second_card.prom").lines().toList();

  private final Faults faults;
  private final Clock clock;
  private final Instant started;

  CardFaults(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** The card's figures, with what is wrong. */
  Map<String, Double> ail(Map<String, Double> well) {
    if (faults.has(Fault.GPU_ASLEEP)) {
      return PretendCard.asleep();
    }
    Instant now = clock.instant();
    Map<String, Double> figures = new HashMap<>(well);
    if (faults.has(Fault.GPU_POWER_LIMIT)) {
      load(figures, now, 236, 68);
      figures.put(sensor("freq_freq_mhz", "sclk"), whole(2050, 2110, 24, now));
    }
    if (faults.has(Fault.GPU_HOT)) {
      load(figures, now, 221, 87);
      figures.put(sensor("temp_celsius", "temp2"), whole(106, 108, 25, now));
    }
    if (faults.has(Fault.GPU_THROTTLING_HEAT)) {
      load(figures, now, 164, 94);
      figures.put(sensor("temp_celsius", "temp2"), whole(110, 111, 25, now));
      figures.put(sensor("freq_freq_mhz", "sclk"), whole(1240, 1420, 24, now));
    }
    if (faults.has(Fault.GPU_FAN_STOPPED)) {
      load(figures, now, 205, 85);
      figures.put(sensor("temp_celsius", "temp2"), whole(99, 101, 25, now));
      turn(figures, 0);
    }
    if (faults.has(Fault.GPU_PHANTOM_BUSY)) {
      figures.put(drm("gpu_busy_percent"), 100.0);
      figures.put(sensor("power_average_watt", "power1"), whole(33, 37, 26, now));
      figures.put(sensor("freq_freq_mhz", "mclk"), 96.0);
    }
    if (faults.has(Fault.GPU_VRAM_FULL)) {
      fill(figures, 0.972);
    }
    if (faults.has(Fault.GPU_SPILLING)) {
      fill(figures, 0.991);
      figures.put(drm("memory_gtt_used_bytes"), pages(3.4e9));
    }
    return figures;
  }

  /** Series that are there beside the card's own. */
  List<String> added() {
    return faults.has(Fault.GPU_TWO_CARDS) ? SECOND_CARD : List.of();
  }

  /** Whether the exporter leaves a series out. */
  boolean hides(String series) {
    if (faults.has(Fault.GPU_ASLEEP) && PretendCard.isSensor(series)) {
      return true;
    }
    if ((faults.has(Fault.CARD_MISSING) || hasVanished()) && PretendCard.isOfCard(series)) {
      return true;
    }
    // Since 1.11 an exporter leaves out the Intel card that 1.9 calls an AMD one.
    boolean anyCard = series.startsWith("node_drm_") || PretendCard.isOfCard(series);
    return anyCard
        && faults.hasAny(Set.of(Fault.GPU_INTEL_CARD, Fault.GPU_COLLECTOR_FAILED))
        && !(faults.has(Fault.GPU_COLLECTOR_FAILED) && PretendCard.isOfChip(series));
  }

  /** What the exporter says of its own work where that went wrong. */
  Map<String, Double> collectors() {
    return faults.has(Fault.GPU_COLLECTOR_FAILED)
        ? Map.of("node_scrape_collector_success{collector=\"drm\"}", 0.0)
        : Map.of();
  }

  private boolean hasVanished() {
    return faults.has(Fault.GPU_VANISHED)
        && !clock.instant().isBefore(started.plus(BEFORE_IT_VANISHES));
  }

  private static void load(Map<String, Double> figures, Instant now, double watts, double edge) {
    figures.put(drm("gpu_busy_percent"), whole(98, 100, 21, now));
    figures.put(sensor("power_average_watt", "power1"), whole(watts - 2, watts, 22, now));
    figures.put(sensor("temp_celsius", "temp1"), whole(edge - 1, edge + 1, 23, now));
    figures.put(sensor("temp_celsius", "temp2"), whole(edge + 14, edge + 17, 25, now));
    figures.put(sensor("temp_celsius", "temp3"), whole(edge + 4, edge + 6, 27, now));
    figures.put(sensor("freq_freq_mhz", "sclk"), whole(2310, 2430, 24, now));
    figures.put(sensor("freq_freq_mhz", "mclk"), 1218.0);
    turn(figures, Math.min(3300, Math.rint(1100 + (edge - 60) * 65)));
  }

  private static void turn(Map<String, Double> figures, double rpm) {
    figures.put(sensor("fan_rpm", "fan1"), rpm);
    figures.put(sensor("fan_target_rpm", "fan1"), rpm);
    figures.put(sensor("pwm", "pwm1"), Math.rint(rpm / 3300 * 255));
  }

  private static void fill(Map<String, Double> figures, double share) {
    Stream.of("memory_vram_used_bytes", "memory_vis_vram_used_bytes")
        .forEach(name -> figures.put(drm(name), pages(share * VRAM_BYTES)));
  }

  private static double pages(double bytes) {
    return Math.floor(bytes / 4096) * 4096;
  }

  private static double whole(double from, double to, int seed, Instant now) {
    return Math.rint(Wander.between(from, to, seed, now));
  }
}
