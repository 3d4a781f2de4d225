package net.pesulabs.console.fx.chart;

import static net.pesulabs.console.fx.chart.Sample.BUSY;
import static net.pesulabs.console.fx.chart.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.fx.ManualFx;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.MemoryHistory;
import net.pesulabs.console.homelab.history.Recorder;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all charts of a page show, without a screen. */
class TimelineTest {

  private final MovableClock clock = new MovableClock(NOW);
  private final ManualFx fx = new ManualFx();
  private final Pulse pulse = new Pulse(fx);
  private final Now now = new Now(clock);
  private final LiveHomelab homelab = new LiveHomelab();
  private final MemoryHistory memory = new MemoryHistory(Duration.ofDays(31));
  private final Timeline timeline = new Timeline(homelab, pulse, now);
  private final AtomicInteger draws = new AtomicInteger();

  @BeforeEach
  void fill() {
    for (int second = 600; second > 0; second--) {
      memory.append(BUSY, NOW.minusSeconds(second), second % 10);
    }
    homelab.history().set(memory);
    Recorder.start(homelab);
    timeline.join(List.of(BUSY), draws::incrementAndGet);
  }

  private void open() {
    timeline.activate();
    awaitLoaded();
  }

  private void awaitLoaded() {
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(timeline.isLoading()).isFalse();
        });
  }

  private long measured() {
    var trace = timeline.trace(BUSY);
    return trace == null ? -1 : trace.buckets().stream().mapToLong(Bucket::count).sum();
  }

  /** Tells a value as a source would, and lets it come onto the FX thread. */
  private void hear(Instant at, double percent) {
    int before = draws.get();
    homelab.gpu().set(Sample.busy(at, percent));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(draws.get()).isGreaterThan(before);
        });
  }

  @Test
  void openedItShowsThePastUpToNow() {
    open();
    assertThat(measured()).isEqualTo(600);
    assertThat(timeline.shown().length()).isEqualTo(Range.HOUR.length());
    assertThat(timeline.shown().to()).isAfter(NOW).isBeforeOrEqualTo(NOW.plusSeconds(36));
  }

  @Test
  void whatIsHeardGoesOnTopOnceEach() {
    homelab.gpu().set(Sample.busy(NOW, 50));
    open();
    assertThat(measured()).as("the one that was heard already").isEqualTo(601);
    hear(NOW.plusSeconds(1), 60);
    hear(NOW.plusSeconds(2), 70);
    assertThat(measured()).isEqualTo(603);
    assertThat(timeline.latest(BUSY)).contains(70.0);
    timeline.rangeProperty().set(Range.FIVE_MINUTES);
    awaitLoaded();
    assertThat(timeline.trace(BUSY).buckets()).last().extracting(Bucket::mean).isEqualTo(70.0);
  }

  @Test
  void whatIsHeardWhileThePastAnswersIsNeitherLostNorTwice() {
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    homelab
        .history()
        .set(
            new History() {
              @Override
              public void append(Series series, Instant at, double value) {
                memory.append(series, at, value);
              }

              @Override
              public void silence(Series series, Instant from) {
                memory.silence(series, from);
              }

              @Override
              public Buckets query(Series series, Instant from, Instant to, int most) {
                asked.countDown();
                try {
                  answer.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                return memory.query(series, from, to, most); // which has them by now
              }
            });
    homelab.gpu().set(Sample.busy(NOW, 50));
    timeline.activate();
    await().until(() -> asked.getCount() == 0);
    hear(NOW.plusSeconds(1), 60);
    hear(NOW.plusSeconds(2), 70);
    answer.countDown();
    awaitLoaded();
    assertThat(measured()).isEqualTo(603);
  }

  @Test
  void aSourceThatFallsSilentEndsItsLine() {
    homelab.gpu().set(Sample.busy(NOW, 50));
    open();
    homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(timeline.trace(BUSY).newest()).get().extracting(Bucket::ended).isEqualTo(true);
        });
    assertThat(timeline.latest(BUSY)).isEmpty();
  }

  @Test
  void itGoesOnWithTheTimeAndForgetsWhatIsOut() {
    open();
    clock.move(Duration.ofMinutes(55));
    now.tick();
    assertThat(timeline.shown().contains(NOW.plus(Duration.ofMinutes(55)))).isTrue();
    assertThat(measured()).isLessThan(600).isGreaterThan(250);
  }

  @Test
  void aZoomShowsThatStretchFinerAndLeadsBack() {
    open();
    Duration wide = timeline.trace(BUSY).width();
    var part = new Stretch(NOW.minusSeconds(400), NOW.minusSeconds(300));
    timeline.zoomTo(part);
    assertThat(timeline.shown()).as("at once").isEqualTo(part);
    awaitLoaded();
    assertThat(timeline.shown()).isEqualTo(part);
    assertThat(timeline.trace(BUSY).width()).isLessThan(wide);
    clock.move(Duration.ofMinutes(1));
    now.tick();
    assertThat(timeline.shown()).as("stays where it is").isEqualTo(part);
    timeline.zoomOut();
    awaitLoaded();
    assertThat(timeline.shown().length()).isEqualTo(Range.HOUR.length());
    assertThat(timeline.zoomProperty().get()).isEmpty();
  }

  @Test
  void noZoomIsLargerThanTheRangeOrTooSmall() {
    open();
    timeline.zoomTo(new Stretch(NOW.minusSeconds(100), NOW.minusSeconds(99)));
    assertThat(timeline.zoomProperty().get().orElseThrow().length()).isEqualTo(Timeline.LEAST);
    timeline.zoomTo(new Stretch(NOW.minusSeconds(50), NOW.plusSeconds(500)));
    assertThat(timeline.zoomProperty().get().orElseThrow().to())
        .isBeforeOrEqualTo(NOW.plusSeconds(36));
    timeline.zoomTo(new Stretch(NOW.minusSeconds(40_000), NOW.plusSeconds(500)));
    assertThat(timeline.zoomProperty().get()).isEmpty();
    awaitLoaded();
  }

  @Test
  void anotherRangeIsShownOnceItIsThere() {
    open();
    Stretch hour = timeline.shown();
    timeline.rangeProperty().set(Range.DAY);
    now.tick();
    assertThat(timeline.shown()).isEqualTo(hour);
    awaitLoaded();
    assertThat(timeline.shown().length()).isEqualTo(Range.DAY.length());
  }

  @Test
  void itTellsSinceWhenAndByWhomThePastWasKept() {
    open();
    assertThat(timeline.keptProperty().get().since()).isPresent();
    timeline.rangeProperty().set(Range.FIVE_MINUTES);
    awaitLoaded();
    assertThat(timeline.keptProperty().get()).isEqualTo(Kept.WHOLE);
    var prometheus = new Origin(Source.GPU, Route.LAN, "http://prometheus:9090");
    homelab
        .history()
        .set(
            new MemoryHistory(
                (series, from, to, most) ->
                    new Buckets(Buckets.none(from, to, most).width(), List.of(), prometheus),
                Duration.ofHours(1)));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(timeline.keptProperty().get().by()).isEqualTo(Optional.of(prometheus));
        });
    assertThat(measured()).as("of the other past").isZero();
  }

  @Test
  void closedItHearsNothingMore() {
    open();
    timeline.deactivate();
    int before = draws.get();
    homelab.gpu().set(Sample.busy(NOW.plusSeconds(1), 5));
    var reached = new CountDownLatch(1);
    pulse.submit(reached, reached::countDown);
    await()
        .until(() -> {
          fx.run();
          return reached.getCount() == 0;
        });
    now.tick();
    assertThat(draws.get()).isEqualTo(before);
    assertThat(measured()).isEqualTo(600);
  }
}
