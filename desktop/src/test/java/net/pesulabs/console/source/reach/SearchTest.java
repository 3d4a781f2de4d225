package net.pesulabs.console.source.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the pace of a house, by a clock that jumps from each thing that happens to the next. */
@Timeout(20)
class SearchTest {

  private static final Origin LAN = new Origin(Source.MODEL, Route.LAN, "http://lan");
  private static final Origin TAILNET = new Origin(Source.MODEL, Route.TAILNET, "http://tailnet");

  /** Every attempt takes the same time; it answers where its way does when that has passed. */
  private final class Trial implements Knock.Attempt {
    private final Origin way;
    private final long due = now + answerTime.toNanos();
    private final Failure failure;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean answers;
    private boolean closed;

    Trial(Origin way) {
      this.way = way;
      this.failure = new Failure(Failure.Kind.REFUSED, Msg.failureRefused(way.address()));
    }

    @Override
    public Duration await() throws Failure {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (answers) {
        return Duration.ofNanos(due);
      }
      throw failure;
    }

    @Override
    public void close() {
      closed = true;
      end.countDown();
    }

    boolean isTold(Event event) {
      return event instanceof Round.Result result
          && result.way().equals(way)
          && (result.failure() == failure || Duration.ofNanos(due).equals(result.latency()));
    }
  }

  private final LinkedBlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
  private final List<Trial> trials = new ArrayList<>();
  private final List<Origin> moves = new ArrayList<>();
  private final TestNetwork network = new TestNetwork();
  private Duration answerTime = Duration.ofMillis(20);
  private boolean lanAnswers = true;
  private boolean tailnetAnswers = true;
  private long now;
  private Search search;

  @AfterEach
  void end() {
    search.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 100, 200, 300, 350, 400, 500, 700, 900})
  void comesBackHoweverSlowlyTheWaysAnswer(int millis) throws Exception {
    answerTime = Duration.ofMillis(millis);
    lanAnswers = false;
    start();
    run(Duration.ofSeconds(10), () -> search.inUse().equals(TAILNET));
    run(Duration.ofSeconds(20), () -> false);
    assertThat(search.inUse()).isEqualTo(TAILNET);

    lanAnswers = true;
    run(Duration.ofSeconds(40), () -> search.inUse().equals(LAN));
    assertThat(search.inUse()).isEqualTo(LAN);
    assertThat(moves).containsExactly(TAILNET, LAN);
  }

  @Test
  void leavesASilentWayWithinThreeAndAHalfSeconds() throws Exception {
    start();
    run(Duration.ofSeconds(1), () -> false);
    long left = now;
    lanAnswers = false;
    run(Duration.ofSeconds(10), () -> search.inUse().equals(TAILNET));
    assertThat(moves).containsExactly(TAILNET);
    assertThat(Duration.ofNanos(now - left)).isLessThan(Duration.ofMillis(3500));
  }

  @Test
  void hearsThatItIsNoLongerLostWithoutARace() throws Exception {
    start();
    run(Duration.ofSeconds(1), () -> false);
    lanAnswers = false;
    tailnetAnswers = false;
    run(Duration.ofSeconds(50), () -> false); // weary by now
    search.heard(search.inUse(), now);
    take(inbox.take());
    assertThat(search.nextThing() - now)
        .as("the way in use is watched again")
        .isLessThanOrEqualTo(Pace.USUAL.unheard().toNanos());
  }

  private void start() {
    var ways = List.of(LAN, TAILNET);
    var table = new WayTable(ways, new LiveHomelab().ways(), Clock.systemUTC());
    var listener =
        new Search.Listener() {
          @Override
          public void moved(Origin from, Origin to) {
            moves.add(to);
          }

          @Override
          public void sameAgain() {}
        };
    search = new Search(ways, this::trial, Pace.USUAL, table, network, inbox, listener, now);
    search.begin(now);
  }

  private Knock.Attempt trial(Origin way, Duration limit) {
    var trial = new Trial(way);
    trials.add(trial);
    return trial;
  }

  /** Lets time pass until something is so, or that much has passed. */
  private void run(Duration atMost, BooleanSupplier until) throws InterruptedException {
    long end = now + atMost.toNanos();
    while (!until.getAsBoolean()) {
      Optional<Trial> next =
          trials.stream()
              .filter(trial -> !trial.closed)
              .min(Comparator.comparingLong(trial -> trial.due));
      long due = next.map(trial -> trial.due).orElse(Long.MAX_VALUE);
      long then = Math.min(search.nextThing(), due);
      if (then > end) {
        now = end;
        return;
      }
      now = Math.max(now, then);
      if (due <= now) {
        Trial trial = next.orElseThrow();
        trials.remove(trial);
        trial.answers = trial.way.equals(LAN) ? lanAnswers : tailnetAnswers;
        trial.end.countDown();
        Event event;
        do {
          event = inbox.take();
          search.take(event, now);
        } while (!trial.isTold(event));
      }
      search.advance(now);
      trials.removeIf(trial -> trial.closed);
    }
  }

  private void take(Event event) {
    search.take(event, now);
    search.advance(now);
  }
}
