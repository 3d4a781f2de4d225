package net.pesulabs.console.source.reach;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries ways side by side as <a href="https://www.rfc-editor.org/rfc/rfc8305#section-5">happy
 * eyeballs</a> do: one after the other, each a quarter of a second after the one before or as soon
 * as that has failed. Times are told to it; what becomes of the attempts comes through a queue.
 * Belongs to one thread.
 */
final class Round implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  /**
   * What became of an attempt.
   *
   * @param latency null where it failed
   * @param failure null where it did not
   */
  record Result(Round of, Origin way, @Nullable Duration latency, @Nullable Failure failure)
      implements Event {}

  private final List<Origin> order;
  private final Knock knock;
  private final Pace pace;
  private final long patience;
  private final BlockingQueue<Event> results;
  private final Map<Origin, Knock.Attempt> open = new LinkedHashMap<>();
  private final Map<Origin, Long> ends = new HashMap<>();
  private final Set<Origin> failed = new HashSet<>();
  private final long began;
  private @Nullable Origin first; // that answered, and was not the one we wait for
  private @Nullable Origin winner;
  private int started;
  private long nextStart;

  /**
   * @param patience how long the first of the order may take before another one wins
   * @param nanos now
   */
  Round(
      List<Origin> order,
      Knock knock,
      Pace pace,
      Duration patience,
      BlockingQueue<Event> results,
      long nanos) {
    this.order = order;
    this.knock = knock;
    this.pace = pace;
    this.patience = patience.toNanos();
    this.results = results;
    this.began = nanos;
    this.nextStart = nanos;
  }

  /** Begins what is due, and gives up what took too long; returns what failed by that. */
  List<Result> step(long nanos) {
    List<Origin> late =
        open.keySet().stream().filter(way -> ends.getOrDefault(way, nanos) <= nanos).toList();
    List<Result> given = late.stream().map(this::giveUp).toList();
    given.forEach(result -> take(result, nanos));
    while (started < order.size() && nextStart <= nanos) {
      begin(order.get(started++), nanos);
      nextStart = nanos + pace.stagger().toNanos();
    }
    if (winner == null && first != null && nanos - began >= patience) {
      winner = first;
    }
    return given;
  }

  private Result giveUp(Origin way) {
    String who = way.address();
    return new Result(
        this, way, null, new Failure(Failure.Kind.TIMED_OUT, Msg.failureTimedOut(who)));
  }

  private void begin(Origin way, long nanos) {
    Knock.Attempt attempt = knock.by(way, pace.limit());
    open.put(way, attempt);
    ends.put(way, nanos + pace.limit().plus(pace.grace()).toNanos());
    Thread.ofVirtual()
        .name("reach-" + way.source().id())
        .start(() -> results.add(result(way, attempt)));
  }

  private Result result(Origin way, Knock.Attempt attempt) {
    try {
      return new Result(this, way, attempt.await(), null);
    } catch (Failure e) {
      return new Result(this, way, null, e);
    } catch (RuntimeException e) {
      LOG.error("{}: unexpected", way.address(), e);
      return new Result(
          this, way, null, new Failure(Failure.Kind.UNAVAILABLE, Msg.failureUnexpected()));
    }
  }

  /** Takes a result in; false for one that nobody waits for any more. */
  boolean take(Result result, long nanos) {
    Knock.Attempt attempt = result.of == this ? open.remove(result.way) : null;
    if (attempt == null) {
      return false;
    }
    attempt.close();
    if (result.failure != null) {
      failed.add(result.way);
      nextStart = nanos; // RFC 8305, 5: a failure does not wait for the delay
    } else if (winner == null) {
      boolean awaited = result.way.equals(order.getFirst());
      if (awaited || nanos - began >= patience || failed.contains(order.getFirst())) {
        winner = result.way;
      } else if (first == null) {
        first = result.way;
      }
    }
    if (winner == null && first != null && failed.contains(order.getFirst())) {
      winner = first;
    }
    return true;
  }

  /** The first that answered. */
  Optional<Origin> winner() {
    return Optional.ofNullable(winner);
  }

  /** Whether every way has answered or failed. */
  boolean isOver() {
    return started == order.size() && open.isEmpty();
  }

  /** Those whose attempts have neither answered nor failed yet. */
  Set<Origin> pending() {
    return Set.copyOf(open.keySet());
  }

  /** Whether a way was given all the patience there was, and has not answered. */
  boolean hasWaitedFor(Origin way) {
    return patience > 0 && open.containsKey(way) && way.equals(order.getFirst());
  }

  /** When {@link #step} has something to do. */
  long nextStep() {
    long next = Long.MAX_VALUE;
    for (Origin way : open.keySet()) {
      next = Math.min(next, ends.getOrDefault(way, next));
    }
    if (started < order.size()) {
      next = Math.min(next, nextStart);
    }
    return first != null && winner == null ? Math.min(next, began + patience) : next;
  }

  /** Breaks off what is still open. */
  @Override
  public void close() {
    open.values().forEach(Subscription::close);
    open.clear();
    started = order.size();
  }
}
