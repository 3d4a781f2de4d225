package net.pesulabs.console.source.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.prometheus.PrometheusApi.Point;
import net.pesulabs.console.source.prometheus.PrometheusApi.Strip;

/**
 * Which targets of a Prometheus are the machine with the cards, and when they were scraped last.
 *
 * @param cards who tells of the cards
 * @param machine who tells of the machine itself; the same, another one, or nobody
 */
record Targets(Target cards, Optional<Target> machine) {

  /**
   * One target.
   *
   * @param figure by which its cards were found
   * @param scraped when it was scraped last, by the server's clock
   * @param interval how far its scrapes are apart
   */
  record Target(String instance, String job, String figure, Instant scraped, Duration interval) {

    /** What only its series have. */
    String matchers() {
      return "instance=\"%s\",job=\"%s\"".formatted(escape(instance), escape(job));
    }
  }

  /** The names that say there is a card, the more telling source first. */
  static final List<String> CARD_FIGURES =
      List.of(
          "node_drm_memory_vram_size_bytes",
          "all_smi_gpu_memory_total_bytes",
          "gpu_total_vram",
          "amd_gpu_total_vram");

  private static final String MACHINE_FIGURE = "node_memory_MemTotal_bytes";

  /** Several scrapes of any usual interval, and no more than a machine may well be away. */
  private static final String WINDOW = "[10m]";

  /** Where only one scrape is known: Prometheus' own default. */
  private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);

  /**
   * Finds them. A query for a stretch of time gives each sample with the moment it was scraped at;
   * one for a moment would give that moment back, however old the sample.
   *
   * @throws Failure where there is no card, or several machines have one and none is known
   */
  static Targets find(PrometheusApi api, Whose whose) throws Failure {
    String names = String.join("|", CARD_FIGURES) + "|" + MACHINE_FIGURE;
    List<Strip> all = api.query("{__name__=~\"" + names + "\"}" + WINDOW, null);
    boolean known = all.stream().anyMatch(strip -> whose.owns(strip.labels()));
    List<Strip> ours = known ? all.stream().filter(s -> whose.owns(s.labels())).toList() : all;
    List<Target> withCards = new ArrayList<>();
    for (Strip strip : ours) {
      if (CARD_FIGURES.contains(strip.label("__name__")) && strip.last().value() > 0) {
        withCards.add(target(strip));
      }
    }
    if (withCards.isEmpty()) {
      throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourcesPrometheusNoCards());
    }
    List<String> hosts =
        withCards.stream().map(target -> Whose.host(target.instance)).distinct().toList();
    if (!known && hosts.size() > 1) {
      throw new Failure(
          Failure.Kind.UNAVAILABLE,
          Msg.gpuSourcesPrometheusSeveral(
              hosts.stream().sorted().collect(Collectors.joining(", "))));
    }
    // Of two ways to scrape the same machine the one that is heard; of two programs the better.
    Target cards =
        withCards.stream()
            .min(
                Comparator.comparing((Target target) -> isBehind(target, withCards))
                    .thenComparing(target -> CARD_FIGURES.indexOf(target.figure))
                    .thenComparing(Target::scraped, Comparator.reverseOrder()))
            .orElseThrow();
    return new Targets(cards, machine(ours, cards));
  }

  private static boolean isBehind(Target target, List<Target> all) {
    Instant newest = all.stream().map(Target::scraped).max(Comparator.naturalOrder()).orElseThrow();
    return target.scraped.plus(target.interval.multipliedBy(2)).isBefore(newest);
  }

  private static Optional<Target> machine(List<Strip> ours, Target cards) {
    return ours.stream()
        .filter(strip -> strip.label("__name__").equals(MACHINE_FIGURE))
        .map(Targets::target)
        .max(
            Comparator.comparing((Target target) -> target.instance.equals(cards.instance))
                .thenComparing(
                    target -> Whose.host(target.instance).equals(Whose.host(cards.instance)))
                .thenComparing(Target::scraped));
  }

  private static Target target(Strip strip) {
    return new Target(
        strip.label("instance"),
        strip.label("job"),
        strip.label("__name__"),
        strip.last().at(),
        interval(strip.points()));
  }

  /** The middle one of the distances: a scrape that failed, or a restart, does not count. */
  private static Duration interval(List<Point> points) {
    var distances = new ArrayList<Duration>();
    for (int i = 1; i < points.size(); i++) {
      Duration distance = Duration.between(points.get(i - 1).at(), points.get(i).at());
      if (distance.isPositive()) {
        distances.add(distance);
      }
    }
    if (distances.isEmpty()) {
      return USUAL_INTERVAL;
    }
    distances.sort(null);
    return distances.get(distances.size() / 2);
  }

  /** As a string of PromQL. */
  static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
