package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.pesulabs.console.homelab.Attention;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;

class PollerTest {

  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofMillis(1);

  private final Attention<Source> attention = new Attention<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Message> failures = Collections.synchronizedList(new ArrayList<>());

  @Test
  void asksAtOnceAndThenInItsPeriod() {
    var rhythm = new Poller.Rhythm(NEVER, SOON, List.of(NEVER));
    try (var poller = start(rhythm, asked::incrementAndGet)) {
      await().until(() -> asked.get() > 3);
    }
  }

  @Test
  void wakesForOneWhoLooksAtItsSourceOnly() {
    var rhythm = new Poller.Rhythm(NEVER, NEVER, List.of(NEVER));
    try (var poller = start(rhythm, asked::incrementAndGet)) {
      await().untilAsserted(() -> assertThat(asked).hasValue(1));
      attention.lookAt(Source.CLUSTER);
      attention.lookAt(Source.GPU);
      await().untilAsserted(() -> assertThat(asked).hasValue(2));
      attention.lookAt(Source.GPU); // a second one who looks needs no new question
      attention.lookAt(Source.MODEL);
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void asksOftenWhileLookedAt() {
    attention.lookAt(Source.GPU);
    var rhythm = new Poller.Rhythm(SOON, NEVER, List.of(NEVER));
    try (var poller = start(rhythm, asked::incrementAndGet)) {
      await().until(() -> asked.get() > 3);
    }
  }

  @Test
  void goesOnAfterFailuresOfEveryKind() {
    var rhythm = new Poller.Rhythm(NEVER, NEVER, List.of(SOON));
    try (var poller =
        start(
            rhythm,
            () -> {
              switch (asked.incrementAndGet()) {
                case 1 -> throw new Failure(Failure.Kind.REFUSED, Msg.failureRefused("box:1"));
                case 2 -> throw new IllegalStateException("a mistake");
                default -> {}
              }
            })) {
      await().untilAsserted(() -> assertThat(asked).hasValue(3));
    }
    assertThat(failures).containsExactly(Msg.failureRefused("box:1"), Msg.failureUnexpected());
  }

  @Test
  void closingInterruptsTheOpenQuestion() throws InterruptedException {
    var asking = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var poller =
        start(
            new Poller.Rhythm(NEVER, NEVER, List.of(NEVER)),
            () -> {
              asking.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            });
    asking.await();
    poller.close();
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void neverAsksTwoQuestionsAtOnce() {
    var busy = new AtomicBoolean();
    var overlapped = new AtomicBoolean();
    try (var poller =
        start(
            new Poller.Rhythm(SOON, SOON, List.of(SOON)),
            () -> {
              overlapped.compareAndSet(false, !busy.compareAndSet(false, true));
              asked.incrementAndGet();
              busy.set(false);
            })) {
      for (int i = 0; i < 100; i++) {
        attention.lookAt(Source.GPU).close();
      }
      await().until(() -> asked.get() > 20);
    }
    assertThat(overlapped).isFalse();
  }

  private Poller start(Poller.Rhythm rhythm, Poller.Question question) {
    return Poller.start(Source.GPU, attention, rhythm, question, failures::add);
  }
}
