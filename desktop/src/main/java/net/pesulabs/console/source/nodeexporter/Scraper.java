package net.pesulabs.console.source.nodeexporter;

import java.util.List;
import java.util.Locale;
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
 * Fetches what the exporter knows of the cards: only the collectors needed, which costs the machine
 * half as much, or everything where it will not have that. For one thread.
 */
final class Scraper {

  private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);
  private static final List<String> COLLECTORS = List.of("drm", "hwmon", "meminfo", "uname");

  /** "disabled collector: drm" or "missing collector: drm", depending on the version. */
  private static final Pattern WITHOUT = Pattern.compile("(?:disabled|missing) collector: (\\w+)");

  private boolean useWhole;

  /**
   * One scrape.
   *
   * @throws Failure with the cure, where the exporter is the wrong one or lacks the GPU collector
   */
  Samples scrape(Http http, HttpUrl url) throws Failure {
    if (!useWhole) {
      Answer answer = http.get(only(url, COLLECTORS));
      Matcher without = WITHOUT.matcher(answer.body());
      if (answer.status() != 400 || !without.find()) {
        return parse(answer);
      }
      if (without.group(1).equals("drm")) {
        throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourceDrmOff());
      }
      LOG.info("exporter has no {} collector: asking for everything", without.group(1));
    }
    Samples samples = parse(http.get(url));
    useWhole = true;
    return samples;
  }

  /**
   * One scrape of an exporter that does not read the cards, for all the rest.
   *
   * @throws Failure where it is the wrong one
   */
  Samples machine(Http http, HttpUrl url) throws Failure {
    List<String> rest = COLLECTORS.stream().filter(name -> !name.equals("drm")).toList();
    Answer answer = http.get(only(url, rest));
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
    Samples samples = PrometheusText.parse(good.body(), good.from());
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
