package net.pesulabs.console.source.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Happy eyeballs by a clock that the test moves. */
@Timeout(20)
class RoundTest {

  private static final Origin LAN = new Origin(Source.MODEL, Route.LAN, "http://lan");
  private static final Origin TAILNET = new Origin(Source.MODEL, Route.TAILNET, "http://tailnet");
  private static final Origin INGRESS = new Origin(Source.MODEL, Route.INGRESS, "https://ingress");

  private final LinkedBlockingQueue<Event> results = new LinkedBlockingQueue<>();
  private final List<Origin> begun = new ArrayList<>();
  private final Map<Origin, Boolean> cancelled = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private long now = -5_000_000_000L; // nanoTime may be anything

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @Test
  void theBestAloneWhileItIsQuick() {
    Round round = race(Duration.ZERO);
    round.step(now);
    pass(200);
    round.step(now);
    answer(round, LAN);

    assertThat(begun).containsExactly(LAN);
    assertThat(round.winner()).contains(LAN);
  }

  @Test
  void eachAQuarterOfASecondLater() {
    Round round = race(Duration.ZERO);
    round.step(now);
    assertThat(round.nextStep() - now).isEqualTo(Duration.ofMillis(250).toNanos());
    pass(249);
    round.step(now);
    assertThat(begun).containsExactly(LAN);
    pass(1);
    round.step(now);
    assertThat(begun).containsExactly(LAN, TAILNET);
    pass(250);
    round.step(now);
    assertThat(begun).containsExactly(LAN, TAILNET, INGRESS);
  }

  @Test
  void theNextAtOnceWhereOneFails() {
    Round round = race(Duration.ZERO);
    round.step(now);
    pass(3);
    fail(round, LAN);
    round.step(now);

    assertThat(begun).containsExactly(LAN, TAILNET);
  }

  @Test
  void theFirstGoodOneWinsAndTheOthersAreCancelled() {
    Round round = race(Duration.ZERO);
    round.step(now);
    pass(250);
    round.step(now);
    answer(round, TAILNET);
    assertThat(round.winner()).contains(TAILNET);
    assertThat(round.pending()).containsExactly(LAN);

    round.close();
    assertThat(cancelled).containsKeys(LAN, TAILNET);
    assertThat(begun).doesNotContain(INGRESS);
    assertThat(round.take(new Round.Result(round, LAN, Duration.ZERO, null), now))
        .as("an answer that nobody waits for")
        .isFalse();
  }

  @Test
  void oneThatIsInUseIsGivenASecond() {
    Round round = race(Duration.ofSeconds(1));
    round.step(now);
    pass(250);
    round.step(now);
    answer(round, TAILNET);
    assertThat(round.winner()).isEmpty();
    pass(749);
    round.step(now);
    assertThat(round.winner()).isEmpty();
    assertThat(round.nextStep()).isLessThanOrEqualTo(now + 1_000_000);
    pass(1);
    round.step(now);
    assertThat(round.winner()).contains(TAILNET);
  }

  @Test
  void unlessItFailsBefore() {
    Round round = race(Duration.ofSeconds(1));
    round.step(now);
    pass(250);
    round.step(now);
    answer(round, TAILNET);
    fail(round, LAN);
    assertThat(round.winner()).contains(TAILNET);
  }

  @Test
  void whatNeverAnswersIsGivenUp() {
    Round round = race(Duration.ZERO);
    round.step(now);
    pass(250);
    round.step(now);
    pass(250);
    round.step(now);
    assertThat(round.isOver()).isFalse();

    pass(4500);
    List<Round.Result> late = round.step(now);
    assertThat(late).extracting(Round.Result::way).containsExactly(LAN, TAILNET, INGRESS);
    assertThat(round.isOver()).isTrue();
    assertThat(cancelled).containsKeys(LAN, TAILNET, INGRESS);
    assertThat(round.winner()).isEmpty();
  }

  @Test
  void aMistakeOfOursIsAFailureAndNoSilence() throws InterruptedException {
    var round =
        new Round(
            List.of(LAN),
            (way, limit) ->
                new Knock.Attempt() {
                  @Override
                  public Duration await() {
                    throw new IllegalStateException("ours");
                  }

                  @Override
                  public void close() {}
                },
            Pace.USUAL,
            Duration.ZERO,
            results,
            now);
    round.step(now);
    var result = (Round.Result) results.take();
    assertThat(result.failure()).isNotNull();
  }

  private Round race(Duration patience) {
    return new Round(
        List.of(LAN, TAILNET, INGRESS), this::attempt, Pace.USUAL, patience, results, now);
  }

  private Knock.Attempt attempt(Origin way, Duration limit) {
    begun.add(way);
    return new Knock.Attempt() {
      @Override
      public Duration await() throws Failure {
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        throw new Failure(Failure.Kind.CUT_OFF, Msg.failureCutOff("test"));
      }

      @Override
      public void close() {
        cancelled.put(way, true);
      }
    };
  }

  private void pass(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private void answer(Round round, Origin way) {
    assertThat(round.take(new Round.Result(round, way, Duration.ofMillis(3), null), now)).isTrue();
  }

  private void fail(Round round, Origin way) {
    var failure = new Failure(Failure.Kind.REFUSED, Msg.failureRefused(way.address()));
    assertThat(round.take(new Round.Result(round, way, null, failure), now)).isTrue();
  }
}
