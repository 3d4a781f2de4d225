package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.pesulabs.console.doctor.ExporterProbe;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Urls;
import net.pesulabs.console.source.prometheus.Whose;
import okhttp3.HttpUrl;

/** One question to whoever tells of the cards, for the doctor. */
public final class ExporterCheckup implements ExporterProbe {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(4);

  /** For all of those who may stand in, so that the hop is not over before. */
  private static final Duration TOGETHER = Duration.ofMillis(3500);

  private final Profile profile;
  private final Neighbours neighbours;
  private final Clock clock;

  /** For the house of a profile; its Prometheus is asked directly, not through the cluster. */
  public ExporterCheckup(Profile profile, Clock clock) {
    this(profile, Neighbours.of(profile), clock);
  }

  ExporterCheckup(Profile profile, Neighbours neighbours, Clock clock) {
    this.profile = profile;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  @Override
  public Sight look(String url) throws Unanswered {
    var http = new Http(CONNECT, WHOLE);
    try {
      HttpUrl parsed = Urls.parse(url);
      return sight(new Talker(Whose.of(profile), clock).ask(http, parsed, Interest.FULL));
    } catch (Failure e) {
      if (e.kind() == Failure.Kind.TIMED_OUT) {
        throw new Unanswered(e.why(), true);
      }
      return new Sight(state(e), null, e.why());
    } finally {
      http.close();
    }
  }

  /** All are asked at once, since each may be silent; of those who tell, the preferred counts. */
  @Override
  public Optional<Instead> instead(String url) {
    var http = new Http(CONNECT, WHOLE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Instead>>> asked =
          others(url).stream().map(other -> threads.submit(() -> instead(http, other))).toList();
      try {
        long end = System.nanoTime() + TOGETHER.toNanos();
        for (Future<Optional<Instead>> answer : asked) {
          Optional<Instead> told = within(answer, end - System.nanoTime());
          if (told.isPresent()) {
            return told;
          }
        }
        return Optional.empty();
      } finally {
        http.close(); // ends what is still open, or the threads would be waited for
      }
    }
  }

  private Optional<Instead> instead(Http http, HttpUrl other) {
    try {
      Heard heard = new Talker(Whose.of(profile), clock).ask(http, other, Interest.FULL);
      return heard.isStale(clock.instant())
          ? Optional.empty()
          : Optional.of(new Instead(sight(heard), other.toString()));
    } catch (Failure e) {
      return Optional.empty(); // one who does not tell either
    }
  }

  private static Optional<Instead> within(Future<Optional<Instead>> answer, long nanos) {
    try {
      return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<HttpUrl> others(String url) {
    var way = new Origin(Source.GPU, new Routes(profile).route(url), url);
    Stream<HttpUrl> prometheus =
        new Routes(profile)
            .toPrometheus().stream()
                .filter(origin -> origin.route() != Route.API_PROXY)
                .filter(origin -> Urls.check(origin.address()).isEmpty())
                .map(origin -> HttpUrl.get(origin.address()));
    Stream<HttpUrl> near =
        StandIns.PROGRAMS.stream().flatMap(program -> neighbours.at(way, program.port()).stream());
    return Stream.concat(prometheus, near).toList();
  }

  private Sight sight(Heard heard) {
    Heard.Scrape scrape = heard.scrape();
    if (scrape != null && heard.isStale(clock.instant())) {
      Duration age = Duration.between(scrape.at(), clock.instant());
      return new Sight(
          State.OLD,
          teller(heard),
          heard.node(),
          Msg.gpuSourcesPrometheusOld(Quantity.duration(age)));
    }
    return new Sight(State.CARDS, teller(heard), heard.node(), null);
  }

  private static Teller teller(Heard heard) {
    return switch (heard.by()) {
      case NODE_EXPORTER -> Teller.NODE_EXPORTER;
      case PROMETHEUS -> Teller.PROMETHEUS;
      case ALL_SMI -> Teller.ALL_SMI;
      case DEVICE_METRICS -> Teller.DEVICE_METRICS;
    };
  }

  private static State state(Failure failure) {
    return switch (failure.kind()) {
      case UNAVAILABLE ->
          failure.why().equals(Msg.gpuSourceDrmOff())
              ? State.COLLECTOR_OFF
              : failure.why().equals(Msg.gpuSourceDrmFailed())
                  ? State.COLLECTOR_FAILED
                  : State.OTHER;
      case NOT_UNDERSTOOD -> State.NOT_EXPORTER;
      case NOT_FOUND -> State.NOT_FOUND;
      case UNAUTHORIZED -> State.NEEDS_LOGIN;
      case TLS -> State.NEEDS_HTTPS;
      default -> State.OTHER;
    };
  }
}
