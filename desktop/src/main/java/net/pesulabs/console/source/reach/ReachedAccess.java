package net.pesulabs.console.source.reach;

import java.time.Clock;
import java.util.List;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Entry;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A system over HTTP that several ways lead to. */
public final class ReachedAccess implements Access {

  /** One way for as long as it is in use, with its connections. */
  private static final class Lane {
    private final Entry entry;
    private final Http http;
    private volatile boolean abandoned;

    Lane(Entry entry) {
      this.entry = entry;
      this.http = new Http(entry.client());
    }

    void abandon() {
      abandoned = true;
      http.close();
    }
  }

  private final Doorway doorway;
  private final Reach reach;
  private @Nullable Lane lane;
  private boolean closed;

  private ReachedAccess(
      List<Origin> ways,
      Question<?> test,
      ApiProxy proxy,
      Table<Way> table,
      Network network,
      Clock clock,
      Pace pace) {
    this.doorway = new Doorway(proxy);
    Knock knock = (way, limit) -> new HttpKnock(() -> doorway.open(way), test, limit);
    this.reach = Reach.start(ways, knock, table, network, clock, pace);
    // As long as the reach; it is this that closes it.
    reach.onMove(way -> abandon());
  }

  /**
   * Begins to try the ways, and returns at once.
   *
   * @param ways at least one, the best first
   * @param test what only this system answers rightly, and cheaply
   */
  public static Access start(
      List<Origin> ways,
      Question<?> test,
      ApiProxy proxy,
      Table<Way> table,
      Network network,
      Clock clock) {
    return start(ways, test, proxy, table, network, clock, Pace.USUAL);
  }

  static Access start(
      List<Origin> ways,
      Question<?> test,
      ApiProxy proxy,
      Table<Way> table,
      Network network,
      Clock clock,
      Pace pace) {
    return new ReachedAccess(ways, test, proxy, table, network, clock, pace);
  }

  @Override
  public Origin origin() {
    return reach.inUse();
  }

  @Override
  public Entry entry() throws Failure {
    return doorway.open(reach.inUse());
  }

  @Override
  public <T> T ask(Question<T> question) throws Failure, InterruptedException {
    reach.awaitFirst();
    while (true) {
      Lane now = null;
      Origin way = reach.inUse();
      try {
        now = lane(entry()); // found outside of any lock: a login may take its time
        HttpUrl url = now.entry.url();
        way = now.entry.origin();
        T answer = question.ask(now.http, url);
        reach.heard(way);
        return answer;
      } catch (Failure e) {
        boolean again = now != null && now.abandoned && !isClosed();
        if (!again && !(concernsTheWay(e) && reach.doubt(way))) {
          throw e;
        }
      }
    }
  }

  /** Whether another way may know better: not where the system itself has said what it lacks. */
  private static boolean concernsTheWay(Failure failure) {
    return failure.kind() != Failure.Kind.UNAVAILABLE;
  }

  private synchronized Lane lane(Entry wanted) throws Failure {
    if (closed) {
      throw new Failure(Failure.Kind.CUT_OFF, Msg.failureCutOff(reach.inUse().address()));
    }
    Lane now = lane;
    if (now == null || !now.entry.equals(wanted)) {
      abandon();
      now = new Lane(wanted);
      lane = now;
    }
    return now;
  }

  private synchronized void abandon() {
    if (lane != null) {
      lane.abandon();
      lane = null;
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public Subscription onMove(Runnable listener) {
    return reach.onMove(way -> listener.run());
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      abandon();
    }
    reach.close();
  }
}
