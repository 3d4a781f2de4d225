package net.pesulabs.console.source.prometheus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.prometheus.PrometheusApi.Strip;

/**
 * What a Prometheus was told last of the machine with the cards, with the names it was told under.
 *
 * @param at when that was, by this computer's clock
 * @param interval how far its scrapes are apart
 * @param host by which it knows the machine
 */
public record LastScrape(Samples samples, Instant at, Duration interval, String host) {

  private static final List<String> OF_THE_CARDS =
      List.of("node_drm_.+", "node_hwmon_.+", "all_smi_.+", "(amd_)?gpu_.+");

  private static final List<String> OF_THE_MACHINE =
      List.of(
          "node_cpu_seconds_total",
          "node_memory_Mem(Total|Available)_bytes",
          "node_load1",
          "node_(boot_)?time_seconds",
          "node_filesystem_.+",
          "node_network_.+",
          "node_uname_info",
          "node_hwmon_.+");

  /**
   * Asks for it, in three questions: the server's time, when there was a scrape, and what it told.
   *
   * @throws Failure where the server does not answer, or knows of no card
   */
  public static LastScrape ask(PrometheusApi api, Whose whose, Clock clock) throws Failure {
    Duration ahead = Duration.between(api.now(), clock.instant());
    Targets targets = Targets.find(api, whose);
    Targets.Target cards = targets.cards();
    var wanted = new StringBuilder(selector(OF_THE_CARDS, cards));
    targets.machine().ifPresent(m -> wanted.append(" or ").append(selector(OF_THE_MACHINE, m)));
    List<Strip> strips = api.query(wanted.toString(), cards.scraped());
    Samples samples = PrometheusText.parse(text(strips), api.base().host());
    return new LastScrape(
        samples, cards.scraped().plus(ahead), cards.interval(), Whose.host(cards.instance()));
  }

  private static String selector(List<String> names, Targets.Target of) {
    return "{__name__=~\"" + String.join("|", names) + "\"," + of.matchers() + "}";
  }

  /** As the exporter wrote it, so that one reader does for both. */
  private static String text(List<Strip> strips) {
    return strips.stream()
        .filter(strip -> strip.label("__name__").matches("[a-zA-Z_:][a-zA-Z0-9_:]*"))
        .map(LastScrape::line)
        .collect(Collectors.joining());
  }

  private static String line(Strip strip) {
    String labels =
        strip.labels().entrySet().stream()
            .filter(label -> label.getKey().matches("[a-zA-Z][a-zA-Z0-9_]*"))
            .map(label -> label.getKey() + "=\"" + Targets.escape(label.getValue()) + "\"")
            .collect(Collectors.joining(","));
    double value = strip.last().value();
    String number =
        Double.isFinite(value)
            ? String.valueOf(value)
            : Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    return strip.label("__name__") + "{" + labels + "} " + number + "\n";
  }
}
