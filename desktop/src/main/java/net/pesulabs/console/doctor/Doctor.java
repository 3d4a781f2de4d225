package net.pesulabs.console.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Walks all ways to all targets at the same time, each on a virtual thread, and each hop on one of
 * its own, so that nothing that hangs holds up more than itself. What does not end in time is
 * unknown.
 */
public final class Doctor implements Examiner {

  /** All of it; ten seconds are promised, and the program has to start and print too. */
  static final Duration WHOLE = Duration.ofMillis(7500);

  private static final Duration LEAST = Duration.ofMillis(1);

  private final Rounds rounds;
  private final Clock clock;
  private final Duration whole;

  /** Makes the plans of one examination. */
  interface Rounds {
    Round next();
  }

  /**
   * One examination.
   *
   * @param end called once it is over, to let go of what it held
   */
  record Round(List<Plan> plans, Subscription end) {}

  /** A doctor for the house as it is set up whenever an examination begins. */
  public Doctor(Supplier<House> house, Clock clock) {
    this(() -> new Planner(house.get(), clock).round(), clock, WHOLE);
  }

  Doctor(Rounds rounds, Clock clock, Duration whole) {
    this.rounds = rounds;
    this.clock = clock;
    this.whole = whole;
  }

  @Override
  public Examination examine(Consumer<Examination> progress) throws InterruptedException {
    Round round = rounds.next();
    long deadline = System.nanoTime() + whole.toNanos();
    var board = new Board(round.plans().stream().map(Plan::target).toList(), clock, progress);
    board.tell();
    List<Thread> walkers = new ArrayList<>();
    for (Plan plan : round.plans()) {
      walkers.add(
          Thread.ofVirtual()
              .name("doctor-" + plan.target().id())
              .start(() -> walk(plan, board, deadline)));
    }
    try {
      for (Thread walker : walkers) {
        walker.join();
      }
      return board.close();
    } finally {
      walkers.forEach(Thread::interrupt);
      round.end().close();
    }
  }

  private static void walk(Plan plan, Board board, long deadline) {
    List<Thread> others = new ArrayList<>();
    try {
      for (Walk walk : board.begin(plan.target(), lanes(plan, deadline))) {
        others.add(Thread.ofVirtual().name("doctor-lane").start(() -> walk(walk, board, deadline)));
      }
      for (Thread other : others) {
        other.join();
      }
    } catch (InterruptedException e) {
      others.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }

  /** The lanes; where they cannot be found in time, one that says so. */
  private static List<Lane> lanes(Plan plan, long deadline) throws InterruptedException {
    Message why;
    try {
      return within(plan.lanes(), shorter(Limits.SETTINGS, deadline));
    } catch (TimeoutException e) {
      why = Msg.doctorTooSlow(Quantity.duration(Limits.SETTINGS));
    } catch (ExecutionException e) {
      why = words(e.getCause());
    }
    return List.of(Lanes.untold(why));
  }

  private static void walk(Walk walk, Board board, long deadline) {
    List<Check> checks = walk.lane.checks();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      board.asking(walk, check.id());
      Verdict verdict = ask(check, deadline);
      board.found(walk, verdict.on(check.id()));
      if (verdict.state() == Hop.State.BROKEN
          || (check.vital() && verdict.state() != Hop.State.OK)) {
        board.ends(walk, i + 1, verdict.away());
        return;
      }
    }
    board.ends(walk, checks.size(), false);
  }

  private static Verdict ask(Check check, long deadline) {
    Duration limit = shorter(check.limit(), deadline);
    if (limit.compareTo(LEAST) < 0) {
      return Verdict.unknown(Msg.doctorNoTime());
    }
    try {
      return within(check.ask(), limit);
    } catch (TimeoutException e) {
      return Verdict.unknown(Msg.doctorTooSlow(Quantity.duration(limit)));
    } catch (ExecutionException e) {
      return e.getCause() instanceof Unanswered told && !told.timedOut()
          ? Verdict.broken(told.why(), Healer.ADMIN, Msg.doctorUnansweredFix())
          : Verdict.unknown(words(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.unknown(Msg.doctorNoTime());
    }
  }

  private static Duration shorter(Duration limit, long deadline) {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    return left.compareTo(limit) < 0 ? left : limit;
  }

  private static <T> T within(Callable<T> question, Duration limit)
      throws TimeoutException, ExecutionException, InterruptedException {
    var task = new FutureTask<>(question);
    Thread asker = Thread.ofVirtual().name("doctor-hop").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      asker.interrupt();
    }
  }

  private static Message words(@Nullable Throwable cause) {
    return cause instanceof Unanswered told ? told.why() : Msg.doctorFailed(String.valueOf(cause));
  }
}
