package net.pesulabs.console.source.reach;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import org.jspecify.annotations.Nullable;
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

  private static final Duration SURVEY = Duration.ofSeconds(30);
  private static final Duration RESTLESS = Duration.ofSeconds(2);

  /** How long after an event all is looked at every two seconds. */
  private static final Duration RESTLESSNESS = Duration.ofSeconds(30);

  /** While nothing answers for long, somebody has switched it off. */
  private static final Duration WEARY = Duration.ofSeconds(10);

  /** Sources hear something every two seconds while there is another way to go. */
  private static final Duration UNHEARD = Duration.ofMillis(2400);

  /** How long the way in use may take to answer before another one counts. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** How long a source waits for another way before it says that there is none. */
  private static final Duration VERDICT = Duration.ofMillis(1500);

  private final List<Origin> ways;
  private final Knock knock;
  private final Table<Way> table;
  private final Network network;
  private final Clock clock;
  private final Choice choice;
  private final BlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
  private final Map<Origin, Reading<Duration>> readings = new HashMap<>();
  private final List<CountDownLatch> waiting = new ArrayList<>();
  private final List<Consumer<Origin>> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch decided = new CountDownLatch(1);
  private final Subscription networkFeed;
  private final Thread thread;
  private volatile Origin inUse;
  private volatile long heardAt = System.nanoTime();
  private volatile boolean lost;
  private volatile boolean closed;

  // Of its own thread only.
  private @Nullable Round race;
  private @Nullable Round survey;
  private long nextSurvey = System.nanoTime();
  private long restlessUntil = nextSurvey;
  private String localAddress = "";

  private Reach(List<Origin> ways, Knock knock, Table<Way> table, Network network, Clock clock) {
    this.ways = List.copyOf(ways);
    this.knock = knock;
    this.table = table;
    this.network = network;
    this.clock = clock;
    this.choice = new Choice(ways);
    this.inUse = choice.inUse();
    ways.forEach(way -> readings.put(way, new Reading.Unknown<>(way, Msg.readingWaiting())));
    ways.forEach(this::publish);
    this.networkFeed = network.onChange(() -> inbox.add(new Event.NetworkChange()));
    this.thread =
        Thread.ofVirtual().name("reach-" + inUse.source().id()).unstarted(this::runUntilClosed);
  }

  /**
   * Begins to try the ways, and returns at once.
   *
   * @param ways at least one, the best first; all of one system
   * @param table where what is found of each is told
   */
  public static Reach start(
      List<Origin> ways, Knock knock, Table<Way> table, Network network, Clock clock) {
    var reach = new Reach(ways, knock, table, network, clock);
    reach.thread.start();
    return reach;
  }

  /** The way in use: until the first has answered, the one that should be the best. */
  public Origin inUse() {
    return inUse;
  }

  /** Whether there is any choice. */
  public boolean hasChoice() {
    return ways.size() > 1;
  }

  /** Waits until the first way has answered, or all have failed; with one way, for nothing. */
  public void awaitFirst() throws InterruptedException {
    decided.await();
  }

  /** The system has just answered by this way, so nobody else need ask. */
  public void heard(Origin way) {
    if (way.equals(inUse)) {
      heardAt = System.nanoTime();
      lost = false;
    }
  }

  /**
   * The system has not answered by this way. Waits a moment for another one to be found.
   *
   * @return whether another way is in use by now
   */
  public boolean doubt(Origin way) throws InterruptedException {
    if (!way.equals(inUse)) {
      return true;
    }
    var verdict = new CountDownLatch(1);
    inbox.add(new Event.Doubt(way, verdict));
    boolean found = hasChoice() && verdict.await(VERDICT.toMillis(), TimeUnit.MILLISECONDS);
    return found && !way.equals(inUse);
  }

  /**
   * Hears of each other way that comes into use, and of the same way again where its connections
   * have to be made anew.
   */
  public Subscription onMove(Consumer<Origin> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Ends every attempt and forgets the ways; nothing is written after this returns. */
  @Override
  public void close() {
    synchronized (readings) {
      closed = true;
      ways.forEach(way -> table.remove(new Way(false, reading(way)).id()));
    }
    networkFeed.close();
    thread.interrupt();
    decided.countDown();
  }

  private void runUntilClosed() {
    try {
      run();
    } catch (InterruptedException e) {
      LOG.debug("{}: closed", inUse.source());
    } finally {
      endRounds();
      waiting.forEach(CountDownLatch::countDown);
    }
  }

  private void run() throws InterruptedException {
    localAddress = network.localAddress(inUse.address());
    if (hasChoice()) {
      // The first connection of all is slow to open here, whichever way it goes.
      race(ways, PATIENCE);
    } else {
      decided.countDown();
    }
    advance(System.nanoTime());
    while (!closed) {
      long wait = nextThing() - System.nanoTime();
      Event event = inbox.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      long now = System.nanoTime();
      if (event != null) {
        take(event, now);
      }
      advance(now);
    }
  }

  private void take(Event event, long now) {
    switch (event) {
      case Round.Result result -> {
        if (result.of().take(result, now)) {
          note(result);
        }
      }
      case Event.Doubt doubt -> {
        waiting.add(doubt.verdict());
        restlessUntil = now + RESTLESSNESS.toNanos();
        if (race == null) {
          race(ways, Duration.ZERO);
        }
      }
      case Event.NetworkChange change -> {
        restlessUntil = now + RESTLESSNESS.toNanos();
        String address = network.localAddress(inUse.address());
        if (!address.equals(localAddress)) {
          localAddress = address;
          tell(); // what is connected there is connected from an address that is no more
        }
        endRounds();
        race(inUseFirst(), PATIENCE);
      }
    }
  }

  /** Does what is due by now. */
  private void advance(long now) {
    Round racing = race;
    if (racing != null) {
      racing.step(now).forEach(this::note);
      if (racing.isOver() || racing.winner().isPresent()) {
        finishRace(racing, now);
      }
    } else if (lost && now - nextSurvey >= 0) {
      race(ways, Duration.ZERO); // the first that comes back will do
    } else if (isUnheard(now)) {
      race(inUseFirst(), PATIENCE);
    }
    Round surveying = survey;
    if (surveying != null) {
      surveying.step(now).forEach(this::note);
      if (surveying.isOver()) {
        finishSurvey(now);
      }
    } else if (race == null && !lost && now - nextSurvey >= 0) {
      survey = new Round(ways, knock, Duration.ZERO, inbox, now);
    }
  }

  private boolean isUnheard(long now) {
    return hasChoice() && !lost && now - heardAt >= UNHEARD.toNanos();
  }

  private long nextThing() {
    long next = Long.MAX_VALUE;
    Round racing = race;
    Round surveying = survey;
    if (racing != null) {
      next = racing.nextStep();
    } else if (hasChoice() && !lost) {
      next = heardAt + UNHEARD.toNanos();
    }
    if (surveying != null) {
      next = Math.min(next, surveying.nextStep());
    } else if (racing == null) {
      next = Math.min(next, nextSurvey);
    }
    return next;
  }

  private void race(List<Origin> order, Duration patience) {
    race = new Round(order, knock, patience, inbox, System.nanoTime());
  }

  private void endRounds() {
    if (race != null) {
      race.close();
      race = null;
    }
    if (survey != null) {
      survey.close();
      survey = null;
    }
  }

  private List<Origin> inUseFirst() {
    var order = new ArrayList<Origin>(ways);
    order.remove(inUse);
    order.addFirst(inUse);
    return order;
  }

  private void note(Round.Result result) {
    Failure failure = result.failure();
    Duration latency = result.latency();
    if (latency != null) {
      choice.answered(result.way());
      write(result.way(), new Reading.Live<>(latency, result.way(), clock.instant()));
      heard(result.way());
    } else if (failure != null) {
      choice.failed(result.way(), failure.kind());
      lose(result.way(), failure.why());
    }
  }

  /** Uses the first that answered, or waits for any. */
  private void finishRace(Round racing, long now) {
    Origin winner = racing.winner().orElse(null);
    boolean first = decided.getCount() > 0;
    if (winner == null) {
      choice.settle();
    } else {
      if (!winner.equals(inUse) && racing.hasWaitedFor(inUse)) {
        choice.failed(inUse, Failure.Kind.TIMED_OUT);
        lose(inUse, Msg.failureTimedOut(inUse.address()));
      }
      choice.won(winner);
    }
    racing.close();
    race = null;
    boolean news = (winner == null) != lost || (winner != null && !winner.equals(inUse));
    if (news && !(first && winner != null)) {
      restlessUntil = now + RESTLESSNESS.toNanos();
    }
    boolean wasLost = lost;
    lost = winner == null;
    use(choice.inUse());
    if (winner != null) {
      heardAt = now;
    }
    if (first && winner != null) {
      nextSurvey = now; // what the others are worth is still to be seen
    } else if (news || wasLost) {
      nextSurvey = now + pause(now).toNanos();
    }
    decided.countDown();
    waiting.forEach(CountDownLatch::countDown);
    waiting.clear();
  }

  /** Goes back to a better way, where there is one again. */
  private void finishSurvey(long now) {
    survey = null;
    if (race == null && !lost) {
      boolean answers = choice.settle();
      use(choice.inUse());
      lost = !answers;
    }
    nextSurvey = now + pause(now).toNanos();
  }

  private Duration pause(long now) {
    if (now - restlessUntil < 0 || choice.isUndecided()) {
      return RESTLESS;
    }
    return lost ? WEARY : SURVEY;
  }

  private void use(Origin next) {
    Origin before = inUse;
    if (!next.equals(before)) {
      LOG.info("{}: from now on by {}, not {}", next.source(), next.address(), before.address());
      inUse = next;
      localAddress = network.localAddress(next.address());
      publish(before);
      publish(next);
      tell();
    }
  }

  private void tell() {
    Origin now = inUse;
    listeners.forEach(listener -> listener.accept(now));
  }

  private Reading<Duration> reading(Origin way) {
    return readings.getOrDefault(way, new Reading.Unknown<>(way, Msg.readingWaiting()));
  }

  private void lose(Origin way, Message why) {
    write(way, reading(way).lost(why));
  }

  private void write(Origin way, Reading<Duration> reading) {
    synchronized (readings) {
      readings.put(way, reading);
    }
    publish(way);
  }

  private void publish(Origin way) {
    synchronized (readings) {
      if (!closed) {
        table.put(new Way(way.equals(inUse), reading(way)));
      }
    }
  }
}
