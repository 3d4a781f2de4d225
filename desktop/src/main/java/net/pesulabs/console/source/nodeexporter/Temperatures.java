package net.pesulabs.console.source.nodeexporter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.MachineFigures.Temperature;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/** The temperatures of a machine's parts other than its graphics cards. */
final class Temperatures {

  private static final String LIVE = "node_hwmon_temp_celsius";

  private static final Set<String> CARDS =
      Set.of(AmdChips.NAME, "radeon", "nouveau", "i915", "xe", "nvidia");

  /** Drivers of processors' own sensors. */
  private static final Set<String> PROCESSORS =
      Set.of("coretemp", "k10temp", "zenpower", "cpu_thermal", "k8temp", "via_cputemp");

  private final Samples samples;
  private final Chips chips;
  private final Map<String, String> chipNames;

  private Temperatures(Samples samples, Chips chips) {
    this.samples = samples;
    this.chips = chips;
    this.chipNames = chipNames();
  }

  /** The processor first, then by name. */
  static List<Temperature> of(Samples samples, Chips chips) {
    return new Temperatures(samples, chips).read();
  }

  private List<Temperature> read() {
    var temperatures = new ArrayList<Temperature>();
    for (Sample sample : samples.named(LIVE)) {
      String chip = sample.label("chip");
      String sensor = sample.label("sensor");
      if (CARDS.contains(chips.name(chip)) || isOneCoreOfMany(chip, sensor)) {
        continue;
      }
      Double celsius = Plausible.celsius(chips.value(LIVE, chip, sensor));
      if (celsius != null) {
        boolean processor = PROCESSORS.contains(chips.name(chip));
        temperatures.add(
            new Temperature(part(chip, sensor), processor, celsius, limit(chip, sensor)));
      }
    }
    temperatures.sort(
        Comparator.comparing(Temperature::processor).reversed().thenComparing(Temperature::part));
    return temperatures;
  }

  /** A package is as hot as the hottest of its cores: then those need not be told as well. */
  private boolean isOneCoreOfMany(String chip, String sensor) {
    return chips.label(chip, sensor).startsWith("Core ")
        && samples.named("node_hwmon_sensor_label").stream()
            .anyMatch(label ->
                label.label("chip").equals(chip) && label.label("label").startsWith("Package"));
  }

  /** What is critical to the part; else what its maker calls the most. */
  private @Nullable Double limit(String chip, String sensor) {
    Double critical =
        Plausible.limitCelsius(chips.value("node_hwmon_temp_crit_celsius", chip, sensor));
    return critical != null
        ? critical
        : Plausible.limitCelsius(chips.value("node_hwmon_temp_max_celsius", chip, sensor));
  }

  private String part(String chip, String sensor) {
    String label = chips.label(chip, sensor);
    return Plausible.name(
        chipNames.getOrDefault(chip, chip) + " " + (label.isEmpty() ? sensor : label));
  }

  /** By driver; where a driver has several, by their own names, such as {@code nvme_nvme1}. */
  private Map<String, String> chipNames() {
    var byName = new HashMap<String, List<String>>();
    for (String chip : chips.all()) {
      byName.computeIfAbsent(chips.name(chip), name -> new ArrayList<>()).add(chip);
    }
    var names = new HashMap<String, String>();
    byName.forEach((name, alike) -> {
      alike.sort(Comparator.naturalOrder());
      for (String chip : alike) {
        names.put(chip, name.isEmpty() ? chip : alike.size() == 1 ? name : one(name, chip, alike));
      }
    });
    return names;
  }

  private static String one(String name, String chip, List<String> alike) {
    String tail = chip.substring(chip.lastIndexOf('_') + 1);
    return tail.startsWith(name) ? tail : name + " " + (alike.indexOf(chip) + 1);
  }
}
