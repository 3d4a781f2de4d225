package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import java.time.Duration;
import net.pesulabs.console.doctor.ExporterProbe;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Urls;
import okhttp3.HttpUrl;

/** One scrape, for the doctor. */
public final class ExporterCheckup implements ExporterProbe {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(4);

  @Override
  public Sight look(String url) throws Unanswered {
    var http = new Http(CONNECT, WHOLE);
    try {
      HttpUrl parsed = Urls.parse(url);
      GpuNode node = new NodeExporter(Clock.systemUTC()).ask(http, parsed, true, null);
      return new Sight(State.CARDS, node, null);
    } catch (Failure e) {
      if (e.kind() == Failure.Kind.TIMED_OUT) {
        throw new Unanswered(e.why(), true);
      }
      return new Sight(state(e), null, e.why());
    } finally {
      http.close();
    }
  }

  private static State state(Failure failure) {
    return switch (failure.kind()) {
      case UNAVAILABLE ->
          failure.why().equals(Msg.gpuSourceDrmOff())
              ? State.COLLECTOR_OFF
              : State.COLLECTOR_FAILED;
      case NOT_UNDERSTOOD -> State.NOT_EXPORTER;
      case NOT_FOUND -> State.NOT_FOUND;
      case UNAUTHORIZED -> State.NEEDS_LOGIN;
      case TLS -> State.NEEDS_HTTPS;
      default -> State.OTHER;
    };
  }
}
