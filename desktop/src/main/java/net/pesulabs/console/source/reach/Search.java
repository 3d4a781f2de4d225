package net.pesulabs.console.source.reach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import org.jspecify.annotations.Nullable;

/**
 * When which ways are tried, and what follows from it. A race looks for the first that answers; a
 * survey tries all, and may run beside a race. Times are told to it. Belongs to one thread, but for
 * what says otherwise.
 */
final class Search implements Subscription {

  /** Hears what comes of it. */
  interface Listener {

    /** Another way is in use. */
    void moved(Origin from, Origin to);

    /** The same is, but not from where this computer was. */
    void sameAgain();
  }

  private final List<Origin> ways;
  private final Knock knock;
  private final Pace pace;
  private final WayTable table;
  private final Network network;
  private final BlockingQueue<Event> inbox;
  private final Listener listener;
  private final Choice choice;
  private final List<CountDownLatch> waiting = new ArrayList<>();
  private final CountDownLatch decided = new CountDownLatch(1);
  private volatile Origin inUse;
  private volatile long heardAt;
  private volatile boolean lost; // written by its own thread only
  private @Nullable Round race;
  private @Nullable Round survey;
  private boolean unsettled; // a survey ended, and what it means had to wait for the race
  private long nextSurvey;
  private long restlessUntil;
  private String localAddress = "";

  /**
   * @param inbox where what becomes of the attempts comes from, for {@link #take}
   * @param nanos now
   */
  Search(
      List<Origin> ways,
      Knock knock,
      Pace pace,
      WayTable table,
      Network network,
      BlockingQueue<Event> inbox,
      Listener listener,
      long nanos) {
    this.ways = List.copyOf(ways);
    this.knock = knock;
    this.pace = pace;
    this.table = table;
    this.network = network;
    this.inbox = inbox;
    this.listener = listener;
    this.choice = new Choice(ways);
    this.inUse = choice.inUse();
    this.heardAt = nanos;
    this.nextSurvey = nanos;
    this.restlessUntil = nanos;
  }

  /** From any thread. */
  Origin inUse() {
    return inUse;
  }

  /** Opened once the first way has answered, or all have failed. */
  CountDownLatch decided() {
    return decided;
  }

  /** From any thread: a source has had an answer. */
  void heard(Origin way, long now) {
    if (way.equals(inUse)) {
      heardAt = now;
      if (lost) {
        inbox.add(new Event.Heard(way)); // or it would be missed no sooner than the next race
      }
    }
  }

  void begin(long now) {
    localAddress = network.localAddress(inUse.address());
    if (hasChoice()) {
      // The first connection of all is slow to open here, whichever way it goes.
      race(ways, pace.patience(), now);
    } else {
      decided.countDown();
    }
    advance(now);
  }

  void take(Event event, long now) {
    switch (event) {
      case Round.Result result -> {
        if (result.of().take(result, now)) {
          note(result, now);
        }
      }
      case Event.Doubt doubt -> {
        waiting.add(doubt.verdict());
        restlessUntil = now + pace.restlessness().toNanos();
        if (race == null) {
          race(ways, Duration.ZERO, now);
        }
      }
      case Event.Heard heard -> lost = lost && !heard.way().equals(inUse);
      case Event.NetworkChange change -> {
        restlessUntil = now + pace.restlessness().toNanos();
        String address = network.localAddress(inUse.address());
        if (!address.equals(localAddress)) {
          localAddress = address;
          listener.sameAgain(); // what is connected is so from an address that is no more
        }
        endRounds();
        race(inUseFirst(), pace.patience(), now);
      }
    }
  }

  /** Does what is due by now. */
  void advance(long now) {
    Round racing = race;
    if (racing != null) {
      racing.step(now).forEach(result -> note(result, now));
      if (racing.isOver() || racing.winner().isPresent()) {
        finishRace(racing, now);
      }
    } else if (lost && now - nextSurvey >= 0) {
      race(ways, Duration.ZERO, now); // the first that comes back will do
    } else if (hasChoice() && !lost && now - heardAt >= pace.unheard().toNanos()) {
      race(inUseFirst(), pace.patience(), now);
    }
    Round surveying = survey;
    if (surveying != null) {
      surveying.step(now).forEach(result -> note(result, now));
      if (surveying.isOver()) {
        finishSurvey(now);
      }
    } else if (race == null && !lost && now - nextSurvey >= 0) {
      survey = round(ways, Duration.ZERO, now);
    }
  }

  /** When {@link #advance} has something to do. */
  long nextThing() {
    long next = Long.MAX_VALUE;
    Round racing = race;
    Round surveying = survey;
    if (racing != null) {
      next = racing.nextStep();
    } else if (hasChoice() && !lost) {
      next = heardAt + pace.unheard().toNanos();
    }
    if (surveying != null) {
      next = Math.min(next, surveying.nextStep());
    } else if (racing == null) {
      next = Math.min(next, nextSurvey);
    }
    return next;
  }

  /** Ends what is open, and lets those go on who wait for it. */
  @Override
  public void close() {
    endRounds();
    waiting.forEach(CountDownLatch::countDown);
  }

  private boolean hasChoice() {
    return ways.size() > 1;
  }

  private Round round(List<Origin> order, Duration patience, long now) {
    return new Round(order, knock, pace, patience, inbox, now);
  }

  private void race(List<Origin> order, Duration patience, long now) {
    race = round(order, patience, now);
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

  private void note(Round.Result result, long now) {
    Failure failure = result.failure();
    Duration latency = result.latency();
    if (latency != null) {
      choice.answered(result.way());
      table.answered(result.way(), latency);
      if (result.way().equals(inUse)) {
        heardAt = now;
        lost = false;
      }
    } else if (failure != null) {
      choice.failed(result.way(), failure.kind());
      table.lost(result.way(), failure.why());
    }
  }

  /** Uses the first that answered, or waits for any. */
  private void finishRace(Round racing, long now) {
    Origin winner = racing.winner().orElse(null);
    boolean first = decided.getCount() > 0;
    boolean wasLost = lost;
    boolean news = (winner == null) != lost || (winner != null && !winner.equals(inUse));
    if (winner != null) {
      if (!winner.equals(inUse) && racing.hasWaitedFor(inUse)) {
        choice.failed(inUse, Failure.Kind.TIMED_OUT);
        table.lost(inUse, Msg.failureTimedOut(inUse.address()));
      }
      choice.won(winner);
      heardAt = now;
    }
    if (winner == null || unsettled) {
      choice.settle();
      unsettled = false;
    }
    racing.close();
    race = null;
    lost = winner == null;
    if (news && !(first && winner != null)) {
      restlessUntil = now + pace.restlessness().toNanos();
    }
    use(choice.inUse());
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
    if (race == null) {
      lost = !choice.settle();
      use(choice.inUse());
    } else {
      // Where the way in use takes its time, races for it may well be open at the end of every
      // survey: to forget what those have found would be never to come back.
      unsettled = true;
    }
    nextSurvey = now + pause(now).toNanos();
  }

  private Duration pause(long now) {
    if (now - restlessUntil < 0 || choice.isUndecided()) {
      return pace.restless();
    }
    return lost ? pace.weary() : pace.survey();
  }

  private void use(Origin next) {
    Origin before = inUse;
    if (!next.equals(before)) {
      inUse = next;
      localAddress = network.localAddress(next.address());
      table.use(next);
      listener.moved(before, next);
    }
  }
}
