package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** For each of those who may stand in, so that all have had their turn before the hop is over. */
  private static final Duration BRIEF = Duration.ofMillis(1200);

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

  @Override
  public Optional<Instead> instead(String url) {
    var http = new Http(BRIEF, BRIEF);
    try {
      for (HttpUrl other : others(url)) {
        try {
          Heard heard = new Talker(Whose.of(profile), clock).ask(http, other, Interest.FULL);
          if (!heard.isStale(clock.instant())) {
            return Optional.of(new Instead(sight(heard), other.toString()));
          }
        } catch (Failure e) {
          continue; // one who does not tell either
        }
      }
      return Optional.empty();
    } finally {
      http.close();
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
