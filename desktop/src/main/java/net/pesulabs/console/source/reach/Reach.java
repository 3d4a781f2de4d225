package net.pesulabs.console.source.reach;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the ways to one system, says which is in use, and finds another one when it fails; keeps
 * the system's rows of {@link net.pesulabs.console.homelab.LiveHomelab#ways()}. Safe for any thread
 * but its own, which its listeners must not hold up.
 *
 * <p>While all is well every way is tried twice a minute. A way that was not heard for a while is
 * tried alone, and with it, a quarter of a second later, the next. After a failure, or when this
 * computer's networks change, the first that answers is used, at once.
 */
public final class Reach implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

  private final boolean choice;
  private final Pace pace;
  private final WayTable table;
  private final Search search;
  private final BlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
  private final List<Consumer<Origin>> listeners = new CopyOnWriteArrayList<>();
  private final Subscription networkFeed;
  private final Thread thread;
  private volatile boolean closed;

  private Reach(
      List<Origin> ways, Knock knock, Table<Way> rows, Network network, Clock clock, Pace pace) {
    this.choice = ways.size() > 1;
    this.pace = pace;
    this.table = new WayTable(ways, rows, clock);
    var listener =
        new Search.Listener() {
          @Override
          public void moved(Origin from, Origin to) {
            LOG.info("{}: from now on by {}, not {}", to.source(), to.address(), from.address());
            tell();
          }

          @Override
          public void sameAgain() {
            tell();
          }
        };
    this.search = new Search(ways, knock, pace, table, network, inbox, listener, System.nanoTime());
    this.networkFeed = network.onChange(() -> inbox.add(new Event.NetworkChange()));
    this.thread =
        Thread.ofVirtual().name("reach-" + inUse().source().id()).unstarted(this::runUntilClosed);
  }

  /**
   * Begins to try the ways, and returns at once.
   *
   * @param ways at least one, the best first; all of one system
   * @param rows where what is found of each is told
   */
  public static Reach start(
      List<Origin> ways, Knock knock, Table<Way> rows, Network network, Clock clock, Pace pace) {
    var reach = new Reach(ways, knock, rows, network, clock, pace);
    reach.thread.start();
    return reach;
  }

  /** The way in use: until the first has answered, the one that should be the best. */
  public Origin inUse() {
    return search.inUse();
  }

  /** Whether there is any choice. */
  public boolean hasChoice() {
    return choice;
  }

  /** Waits until the first way has answered, or all have failed; with one way, for nothing. */
  public void awaitFirst() throws InterruptedException {
    search.decided().await();
  }

  /** The system has just answered by this way, so nobody else need ask. */
  public void heard(Origin way) {
    search.heard(way, System.nanoTime());
  }

  /**
   * The system has not answered by this way. Waits a moment for another one to be found.
   *
   * @return whether another way is in use by now
   */
  public boolean doubt(Origin way) throws InterruptedException {
    if (!way.equals(inUse())) {
      return true;
    }
    var verdict = new CountDownLatch(1);
    inbox.add(new Event.Doubt(way, verdict));
    boolean found = choice && verdict.await(pace.verdict().toMillis(), TimeUnit.MILLISECONDS);
    return found && !way.equals(inUse());
  }

  /**
   * Hears of each other way that comes into use, and of the same way again where its connections
   * have to be made anew.
   */
  public Subscription onMove(Consumer<Origin> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell() {
    Origin now = inUse();
    listeners.forEach(listener -> listener.accept(now));
  }

  /** Ends every attempt and forgets the ways; nothing is written after this returns. */
  @Override
  public void close() {
    closed = true;
    table.close();
    networkFeed.close();
    thread.interrupt();
    search.decided().countDown();
  }

  private void runUntilClosed() {
    try (search) {
      run();
    } catch (InterruptedException e) {
      LOG.debug("{}: closed", inUse().source());
    }
  }

  private void run() throws InterruptedException {
    search.begin(System.nanoTime());
    while (!closed) {
      long wait = search.nextThing() - System.nanoTime();
      Event event = inbox.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      long now = System.nanoTime();
      if (event != null) {
        search.take(event, now);
      }
      search.advance(now);
    }
  }
}
