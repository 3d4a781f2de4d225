package net.pesulabs.console.source.prometheus;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.prometheus.PrometheusApi.Strip;

/**
 * Under which labels a Prometheus keeps each card of the machine, and the machine itself.
 *
 * @param ahead how far this computer's clock is ahead of the server's
 * @param cards by the ids that the live figures have too
 */
record Layout(Targets targets, Duration ahead, Map<String, CardPlace> cards) {

  /** The labels of amdgpu's temperatures where the driver gives none. */
  private static final Map<String, String> USUAL_SENSORS =
      Map.of("edge", "temp1", "junction", "temp2", "mem", "temp3");

  /**
   * Where one card is found.
   *
   * @param figure by which it was found
   * @param matchers what only its series have
   * @param chip of its sensors, all matchers of it; empty where they are not known to be its own
   * @param sensors which sensor has which label
   */
  record CardPlace(
      String figure, String matchers, Optional<String> chip, Map<String, String> sensors) {

    String of(String metric) {
      return metric + "{" + matchers + "}";
    }

    /** A sensor of its chip; the label empty for any. */
    Optional<String> sensor(String metric, String label) {
      return chip.map(of ->
          metric
              + "{"
              + of
              + (label.isEmpty() ? "" : ",sensor=\"" + sensors.getOrDefault(label, "") + "\"")
              + "}");
    }

    Optional<String> clock(String clock) {
      return chip.map(of -> "node_hwmon_freq_freq_mhz{" + of + ",sensor=\"" + clock + "\"}");
    }
  }

  /** Asks for it, in three questions. */
  static Layout ask(PrometheusApi api, Whose whose, Clock clock) throws Failure {
    Duration ahead = Duration.between(api.now(), clock.instant());
    Targets targets = Targets.find(api, whose);
    Targets.Target of = targets.cards();
    List<Strip> strips =
        api.query(
            "{__name__=~\"node_hwmon_chip_names|node_hwmon_sensor_label|"
                + of.figure()
                + "\","
                + of.matchers()
                + "}",
            of.scraped());
    return new Layout(targets, ahead, cards(strips, of));
  }

  private static Map<String, CardPlace> cards(List<Strip> strips, Targets.Target of) {
    List<Strip> found =
        strips.stream()
            .filter(strip -> strip.label("__name__").equals(of.figure()))
            .filter(strip -> strip.last().value() > 0)
            .toList();
    return of.figure().startsWith("node_drm_")
        ? byNodeExporter(strips, found, of)
        : byOthers(found, of);
  }

  /** Cards and chips in the same order, as the live figures are read. */
  private static Map<String, CardPlace> byNodeExporter(
      List<Strip> strips, List<Strip> found, Targets.Target of) {
    List<String> ids =
        found.stream()
            .map(strip -> strip.label("card"))
            .sorted(Comparator.comparingInt(String::length).thenComparing(c -> c))
            .toList();
    List<String> chips =
        strips.stream()
            .filter(strip -> strip.label("chip_name").equals("amdgpu"))
            .map(strip -> strip.label("chip"))
            .distinct()
            .sorted(Comparator.comparing(chip -> chip.substring(Math.max(0, chip.length() - 12))))
            .toList();
    var cards = new LinkedHashMap<String, CardPlace>();
    for (int i = 0; i < ids.size(); i++) {
      Optional<String> chip =
          chips.size() == ids.size() ? Optional.of(chips.get(i)) : Optional.empty();
      cards.put(
          ids.get(i),
          new CardPlace(
              of.figure(),
              of.matchers() + ",card=\"" + Targets.escape(ids.get(i)) + "\"",
              chip.map(name -> of.matchers() + ",chip=\"" + Targets.escape(name) + "\""),
              chip.map(name -> sensors(strips, name)).orElse(Map.of())));
    }
    return cards;
  }

  private static Map<String, String> sensors(List<Strip> strips, String chip) {
    var sensors = new HashMap<>(USUAL_SENSORS);
    strips.stream()
        .filter(strip -> strip.label("__name__").equals("node_hwmon_sensor_label"))
        .filter(strip -> strip.label("chip").equals(chip))
        .forEach(strip -> sensors.put(strip.label("label"), strip.label("sensor")));
    return sensors;
  }

  private static Map<String, CardPlace> byOthers(List<Strip> found, Targets.Target of) {
    var cards = new LinkedHashMap<String, CardPlace>();
    for (Strip strip : found) {
      String label =
          Stream.of("gpu_id", "gpu_index", "index")
              .filter(name -> strip.label(name).matches("[0-9]{1,3}"))
              .findFirst()
              .orElse("");
      String id = label.isEmpty() ? String.valueOf(found.indexOf(strip)) : strip.label(label);
      String matcher = label.isEmpty() ? "" : "," + label + "=\"" + id + "\"";
      if (!label.isEmpty() || found.size() == 1) {
        cards.put(
            "gpu" + id,
            new CardPlace(of.figure(), of.matchers() + matcher, Optional.empty(), Map.of()));
      }
    }
    return cards;
  }
}
