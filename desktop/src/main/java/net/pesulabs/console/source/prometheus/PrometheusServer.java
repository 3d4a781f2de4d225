package net.pesulabs.console.source.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.source.Access.Question;
import net.pesulabs.console.source.Entry;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.reach.Doorway;

/**
 * The Prometheus server of the profile. It is asked seldom, so its ways are not tried for
 * themselves: the last that answered is asked first, and where it does not answer, the others. Safe
 * for any thread.
 */
public final class PrometheusServer implements Subscription {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(5);

  private final Doorway doorway;
  private volatile List<Origin> ways; // the last that answered first
  private final List<Http> open = new ArrayList<>();
  private boolean closed;

  /**
   * A server.
   *
   * @param ways at least one, the best first
   */
  public PrometheusServer(List<Origin> ways, Doorway doorway) {
    this.ways = List.copyOf(ways);
    this.doorway = doorway;
  }

  /** The way that answered last; before any did, the best. */
  public Origin origin() {
    return ways.getFirst();
  }

  /** Asks by the first way that answers; the reason of the first, where none does. */
  public <T> T ask(Question<T> question) throws Failure {
    Failure first = null;
    for (Origin way : ways) {
      try {
        T answer = ask(question, way);
        prefer(way);
        return answer;
      } catch (Failure e) {
        first = first == null ? e : first;
        if (e.kind() == Failure.Kind.UNAVAILABLE) {
          break; // it is the server itself that says so, whichever way leads there
        }
      }
    }
    if (first == null) {
      throw new IllegalStateException("no way");
    }
    throw first;
  }

  private <T> T ask(Question<T> question, Origin way) throws Failure {
    Entry entry = doorway.open(way);
    var http = new Http(entry.client(), CONNECT, WHOLE);
    synchronized (this) {
      if (closed) {
        http.close();
      }
      open.add(http);
    }
    try {
      return question.ask(http, entry.url());
    } finally {
      synchronized (this) {
        open.remove(http);
      }
      http.close();
    }
  }

  private synchronized void prefer(Origin way) {
    if (!way.equals(ways.getFirst())) {
      var next = new ArrayList<Origin>(ways);
      next.remove(way);
      next.addFirst(way);
      ways = List.copyOf(next);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(Http::close);
  }
}
