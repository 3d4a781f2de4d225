package net.pesulabs.console.source.nodeexporter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.Card;
import org.jspecify.annotations.Nullable;

/**
 * The sensors of the AMD cards, which are the chips named {@code amdgpu}. Names and units of the
 * sensors: https://docs.kernel.org/gpu/amdgpu/thermal.html.
 */
final class AmdChips {

  static final String NAME = "amdgpu";

  /** The labels of amdgpu's temperatures where the driver gives none. */
  private static final Map<String, String> USUAL_LABELS =
      Map.of("temp1", "edge", "temp2", "junction", "temp3", "mem");

  private final Chips chips;

  AmdChips(Chips chips) {
    this.chips = chips;
  }

  /** The chips in order of PCI address. */
  List<String> inOrder() {
    return chips.all().stream()
        .filter(chip -> chips.name(chip).equals(NAME))
        // The name is parent and device address, 0000:02:00_0_0000:03:00_0.
        .sorted(Comparator.comparing(AmdChips::deviceAddress))
        .toList();
  }

  /** A temperature by its label; unknown where its sensor is silent, or not the only one. */
  Card.Heat heat(String chip, String label) {
    List<String> sensors =
        USUAL_LABELS.keySet().stream().filter(sensor -> label.equals(label(chip, sensor))).toList();
    if (sensors.size() != 1) {
      return Card.Heat.UNKNOWN;
    }
    String sensor = sensors.getFirst();
    return new Card.Heat(
        Plausible.celsius(chips.value("node_hwmon_temp_celsius", chip, sensor)),
        Plausible.limitCelsius(chips.value("node_hwmon_temp_crit_celsius", chip, sensor)));
  }

  /** The kernel fills one of the two, depending on the card. */
  Card.Power power(String chip) {
    Double average = Plausible.watts(chips.value("node_hwmon_power_average_watt", chip, "power1"));
    Double now = Plausible.watts(chips.value("node_hwmon_power_watt", chip, "power1"));
    Double cap = Plausible.watts(chips.value("node_hwmon_power_cap_watt", chip, "power1"));
    return new Card.Power(average != null ? average : now, cap);
  }

  Card.Fan fan(String chip) {
    Double most = Plausible.rpm(chips.value("node_hwmon_fan_max_rpm", chip, "fan1"));
    return new Card.Fan(
        Plausible.rpm(chips.value("node_hwmon_fan_rpm", chip, "fan1")),
        most != null && most > 0 ? most : null);
  }

  /** The exporter tells them from 1.9.0 on, the clock's label in place of the sensor's. */
  Card.Clocks clocks(String chip) {
    return new Card.Clocks(megahertz(chip, "sclk"), megahertz(chip, "mclk"));
  }

  private @Nullable Double megahertz(String chip, String clock) {
    return Plausible.megahertz(chips.value("node_hwmon_freq_freq_mhz", chip, clock));
  }

  private String label(String chip, String sensor) {
    String told = chips.label(chip, sensor);
    return told.isEmpty() ? USUAL_LABELS.getOrDefault(sensor, "") : told;
  }

  private static String deviceAddress(String chip) {
    return chip.substring(Math.max(0, chip.length() - "0000:03:00_0".length()));
  }
}
