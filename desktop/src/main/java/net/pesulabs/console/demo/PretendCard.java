package net.pesulabs.console.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A Radeon RX 7800 XT that warms up and cools down. It moves when somebody looks, by the time since
 * the last look. Safe for any thread.
 */
final class PretendCard {

  /** Weights, 32768 tokens of KV cache and buffers of the model; see {@link PretendLlama}. */
  private static final double MODEL_BYTES = (4685.0 + 4096 + 700) * 1024 * 1024;

  private static final double DESKTOP_BYTES = 27_856_896;
  private static final double GTT_BYTES = 268_435_456;
  private static final double CELSIUS_PER_WATT = 0.16;
  private static final double ROOM_CELSIUS = 29;

  private final Clock clock;
  private final BooleanSupplier generating;
  private Instant looked;
  private double busy = 3;
  private double power = 32;
  private double edge = ROOM_CELSIUS + 32 * CELSIUS_PER_WATT;
  private double fan;

  /** A card that works while {@code generating}. */
  PretendCard(Clock clock, BooleanSupplier generating) {
    this.clock = clock;
    this.generating = generating;
    this.looked = clock.instant();
  }

  /** The series of the exporter that live, with their values now. */
  synchronized Map<String, Double> look() {
    Instant now = clock.instant();
    double seconds = Math.max(0, Duration.between(looked, now).toMillis() / 1000.0);
    looked = now;
    boolean works = generating.getAsBoolean();
    // At rest less than what counts as work.
    double load = works ? Wander.between(94, 100, 1, now) : Wander.between(0, 4, 2, now);
    busy = approach(busy, load, seconds, 1.2);
    power = approach(power, 30 + 1.85 * busy, seconds, 1.5);
    edge = approach(edge, ROOM_CELSIUS + CELSIUS_PER_WATT * power, seconds, 25);
    // The fan stands still below 50 °C.
    fan = approach(fan, edge < 50 ? 0 : 700 + (edge - 50) * 75, seconds, 4);
    return figures(now, works || busy > 20);
  }

  private Map<String, Double> figures(Instant now, boolean awake) {
    Map<String, Double> figures = new LinkedHashMap<>();
    double used = MODEL_BYTES + DESKTOP_BYTES + Wander.between(0, 3e7, 3, now);
    double page = 4096;
    figures.put(drm("gpu_busy_percent"), (double) Math.round(busy));
    figures.put(drm("memory_vram_used_bytes"), Math.floor(used / page) * page);
    figures.put(drm("memory_vis_vram_used_bytes"), Math.floor(used / page) * page);
    figures.put(drm("memory_gtt_used_bytes"), GTT_BYTES);
    figures.put(sensor("temp_celsius", "temp1"), (double) Math.round(edge));
    figures.put(sensor("temp_celsius", "temp2"), (double) Math.round(edge + power * 0.07));
    figures.put(sensor("temp_celsius", "temp3"), (double) Math.round(edge + 4 + power * 0.05));
    figures.put(sensor("power_average_watt", "power1"), (double) Math.round(power));
    double rpm = fan < 200 ? 0 : Math.round(fan);
    figures.put(sensor("fan_rpm", "fan1"), rpm);
    figures.put(sensor("fan_target_rpm", "fan1"), rpm);
    figures.put(sensor("pwm", "pwm1"), (double) Math.round(rpm / 3300 * 255));
    figures.put(sensor("in_volts", "in0"), Math.round(660 + 2.6 * busy) / 1000.0);
    double clock = awake ? Wander.between(2180, 2430, 4, now) : Wander.between(60, 620, 5, now);
    figures.put(sensor("freq_freq_mhz", "sclk"), (double) Math.round(clock));
    figures.put(sensor("freq_freq_mhz", "mclk"), awake ? 1218.0 : 96.0);
    return figures;
  }

  /** The series of a card that sleeps: it says 0 % and nothing at all of its sensors. */
  static Map<String, Double> asleep() {
    return Map.of(
        drm("gpu_busy_percent"), 0.0,
        drm("memory_vram_used_bytes"), DESKTOP_BYTES,
        drm("memory_vis_vram_used_bytes"), DESKTOP_BYTES,
        drm("memory_gtt_used_bytes"), GTT_BYTES);
  }

  /** Whether a series is missing while the card sleeps. */
  static boolean isSensor(String series) {
    return series.contains(CHIP)
        && series.matches("node_hwmon_(temp_celsius|power_average|fan_rpm|in_volts|freq_freq).*");
  }

  /** Whether a series is missing where the card is. */
  static boolean isOfCard(String series) {
    return isOfChip(series) || series.matches("node_drm_.*card=\"card1\".*");
  }

  /** Whether a series is one of the card's sensors and their limits. */
  static boolean isOfChip(String series) {
    return series.contains(CHIP);
  }

  private static final String CHIP = "chip=\"0000:02:00_0_0000:03:00_0\"";

  static String drm(String name) {
    return "node_drm_" + name + "{card=\"card1\"}";
  }

  static String sensor(String name, String sensor) {
    return "node_hwmon_" + name + "{" + CHIP + ",sensor=\"" + sensor + "\"}";
  }

  private static double approach(double from, double to, double seconds, double timeConstant) {
    return from + (to - from) * (1 - Math.exp(-seconds / timeConstant));
  }
}
