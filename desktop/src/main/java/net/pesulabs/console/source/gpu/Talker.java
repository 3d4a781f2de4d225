package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.util.Optional;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.nodeexporter.NodeExporter;
import net.pesulabs.console.source.prometheus.PrometheusApi;
import net.pesulabs.console.source.prometheus.Whose;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what answers at an address, and asks it in its own way from then on; finds out anew
 * after a failure, and where the address is another. For one thread.
 */
final class Talker {

  private final Whose whose;
  private final Clock clock;
  private @Nullable Company company;
  private @Nullable Program program;

  /** One address, and the readers of what it tells: what they remember is of one machine. */
  private record Company(HttpUrl url, Readers readers, PrometheusReader prometheus) {}

  Talker(Whose whose, Clock clock) {
    this.whose = whose;
    this.clock = clock;
  }

  /** Whether what answers may tell of cards; what is a page for people, for instance, may not. */
  static Object test(Http http, HttpUrl url) throws Failure {
    try {
      return NodeExporter.test(http, url);
    } catch (Failure e) {
      if (mayBeAnother(e) && isPrometheus(http, url)) {
        return Program.PROMETHEUS;
      }
      throw e;
    }
  }

  /**
   * Asks for the cards.
   *
   * @throws Failure of kind {@code UNAVAILABLE} where it is a program that could tell of cards, and
   *     does not
   */
  Heard ask(Http http, HttpUrl url, Interest interest) throws Failure {
    Company now = company;
    if (now == null || !now.url.equals(url)) {
      now = new Company(url, new Readers(url.host(), clock), new PrometheusReader(whose, clock));
      company = now;
      program = null;
    }
    try {
      if (program != null) {
        return ask(http, now, program, interest);
      }
      Heard heard = begin(http, now, interest);
      program = heard.by();
      return heard;
    } catch (Failure e) {
      program = e.kind() == Failure.Kind.UNAVAILABLE ? program : null;
      now.readers.nodeExporter().pause();
      throw e;
    }
  }

  /** What answered last; empty where that is not known. */
  Optional<Program> program() {
    return Optional.ofNullable(program);
  }

  /** Nothing was heard for a while. */
  void pause() {
    program = null;
    if (company != null) {
      company.readers.pause();
      company.prometheus.pause();
    }
  }

  /** node_exporter is the usual one, and asked in its own way it costs the machine least. */
  private Heard begin(Http http, Company at, Interest interest) throws Failure {
    try {
      return ask(http, at, Program.NODE_EXPORTER, interest);
    } catch (Failure e) {
      if (!mayBeAnother(e)) {
        throw e;
      }
      Program other = find(http, at.url).orElseThrow(() -> e);
      return ask(http, at, other, interest);
    }
  }

  private Heard ask(Http http, Company at, Program as, Interest interest) throws Failure {
    return switch (as) {
      case NODE_EXPORTER ->
          new Heard(
              at.readers
                  .nodeExporter()
                  .ask(http, at.url, interest.lookedAt(), interest.modelIdle()),
              as,
              null);
      case ALL_SMI ->
          new Heard(at.readers.allSmi().read(get(http, at.url), interest.modelIdle()), as, null);
      case DEVICE_METRICS ->
          new Heard(
              at.readers.deviceMetrics().read(get(http, at.url), interest.modelIdle()), as, null);
      case PROMETHEUS -> at.prometheus.ask(http, at.url, interest.modelIdle());
    };
  }

  private static Optional<Program> find(Http http, HttpUrl url) throws Failure {
    Answer answer = http.get(url);
    if (isText(answer)) {
      Optional<Program> program = Program.of(PrometheusText.parse(answer.body(), answer.from()));
      if (program.isPresent()) {
        return program;
      }
    }
    return isPrometheus(http, url) ? Optional.of(Program.PROMETHEUS) : Optional.empty();
  }

  private static Samples get(Http http, HttpUrl url) throws Failure {
    Answer answer = http.get(url).orFailure();
    return PrometheusText.parse(answer.body(), answer.from());
  }

  private static boolean isText(Answer answer) {
    return answer.status() == 200
        && !answer.isWebPage()
        && !answer.body().stripLeading().startsWith("{");
  }

  private static boolean mayBeAnother(Failure e) {
    return e.kind() == Failure.Kind.NOT_UNDERSTOOD || e.kind() == Failure.Kind.NOT_FOUND;
  }

  private static boolean isPrometheus(Http http, HttpUrl url) {
    try {
      new PrometheusApi(http, PrometheusApi.base(url)).now();
      return true;
    } catch (Failure e) {
      return false; // what it is instead was told before
    }
  }
}
