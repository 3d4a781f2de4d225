package net.pesulabs.console.source.nodeexporter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what the exporter knows: only the collectors needed, which costs the machine half as much
 * as everything. One that this exporter lacks costs its own figures and no others; everything is
 * asked for only where an exporter refuses to be asked for less. For one thread.
 */
final class Scraper {

  private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);

  /** "disabled collector: drm" or "missing collector: drm": off, or unknown to this version. */
  private static final Pattern WITHOUT = Pattern.compile("(?:disabled|missing) collector: (\\w+)");

  private final Set<String> lacking = new HashSet<>();
  private boolean useWhole;

  /**
   * One scrape.
   *
   * @param sensors whether to have the sensors read as well
   * @throws Failure with the cure, where the exporter is the wrong one or lacks the GPU collector
   */
  Samples scrape(Http http, HttpUrl url, boolean sensors) throws Failure {
    while (!useWhole) {
      List<String> wanted = new ArrayList<>(Collectors.wanted(sensors));
      wanted.removeAll(lacking);
      Answer answer = http.get(only(url, wanted));
      if (answer.status() != 400 || answer.isWebPage()) {
        return parse(answer);
      }
      Matcher without = WITHOUT.matcher(answer.body());
      if (!without.find()) {
        // Perhaps something on the way dislikes such an address.
        Answer whole = http.get(url);
        useWhole = whole.status() / 100 == 2;
        return parse(useWhole ? whole : answer);
      }
      String name = without.group(1);
      if (name.equals(Collectors.CARDS)) {
        throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourceDrmOff());
      }
      if (!wanted.contains(name)) {
        LOG.info("exporter refuses {}, which it was not asked for: asking for everything", name);
        useWhole = true;
      } else {
        LOG.info("exporter has no {} collector: asking for the others", name);
        lacking.add(name);
      }
    }
    return parse(http.get(url));
  }

  /**
   * Whether the silence of a sensor in this scrape means anything: the sensors were asked, and
   * their collector works.
   *
   * @param asked what {@link #scrape} was told
   */
  boolean sensorsAnswer(Samples samples, boolean asked) {
    Double success = samples.value("node_scrape_collector_success", "collector", "hwmon");
    return (asked || useWhole)
        && !lacking.contains(Collectors.SENSORS)
        && (success == null || success != 0);
  }

  /**
   * One scrape of an exporter that does not read the cards, for all the rest.
   *
   * @throws Failure where it is the wrong one
   */
  Samples machine(Http http, HttpUrl url) throws Failure {
    List<String> rest = new ArrayList<>(Collectors.wanted(true));
    rest.remove(Collectors.CARDS);
    rest.removeAll(lacking);
    Answer answer = useWhole ? http.get(url) : http.get(only(url, rest));
    boolean refused = answer.status() == 400 && WITHOUT.matcher(answer.body()).find();
    return text(refused ? http.get(url) : answer);
  }

  /** Whether it is an exporter that answers: one of its cheapest collectors is enough to tell. */
  static Answer test(Http http, HttpUrl url) throws Failure {
    Answer answer = http.get(only(url, List.of("uname")));
    if (answer.isWebPage()) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourceWebPage(answer.from()));
    }
    boolean refusesOnlyThis = answer.status() == 400 && WITHOUT.matcher(answer.body()).find();
    return refusesOnlyThis ? answer : answer.orFailure();
  }

  /** A scrape of some collectors. */
  static HttpUrl only(HttpUrl url, List<String> collectors) {
    HttpUrl.Builder only = url.newBuilder();
    collectors.forEach(name -> only.addEncodedQueryParameter("collect%5B%5D", name));
    return only.build();
  }

  /** After a failure: whoever answers next may be another exporter. */
  void forget() {
    lacking.clear();
    useWhole = false;
  }

  private static Samples parse(Answer answer) throws Failure {
    Samples samples = text(answer);
    requireGpuCollector(samples);
    return samples;
  }

  private static Samples text(Answer answer) throws Failure {
    if (answer.isWebPage()) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourceWebPage(answer.from()));
    }
    Answer good = answer.orFailure();
    if (good.contentType().toLowerCase(Locale.ROOT).contains("json")) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourceNotExporter(good.from()));
    }
    Samples samples = PrometheusText.parse(good.body(), good.from(), Collectors::isRead);
    if (!samples.anyNamed("node_")) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourceNotExporter(good.from()));
    }
    return samples;
  }

  private static void requireGpuCollector(Samples samples) throws Failure {
    Double success = samples.value("node_scrape_collector_success", "collector", "drm");
    if (success != null && success == 0) {
      throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourceDrmFailed());
    }
    // Success and no line at all is a machine without an AMD card.
    if (success == null && !samples.anyNamed("node_drm_")) {
      throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourceDrmOff());
    }
  }
}
