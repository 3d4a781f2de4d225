package net.pesulabs.console.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Percentiles;
import net.pesulabs.console.app.bench.Usage;
import net.pesulabs.console.fx.chart.Range;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * The page of the card over a file of a month: how soon a range is drawn, and how even frames are.
 */
final class BenchCharts {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SETTLE = Duration.ofSeconds(4);
  private static final Origin ORIGIN = new Origin(Source.GPU, Route.LOOPBACK, "bench");

  /** A frame in time for the next of sixty a second, and one in two. */
  private static final double SMOOTH = 33;

  private static final double SOON = 300;

  private final Session session;
  private final BenchPast past;
  private final Duration watching;
  private final List<Figure> figures;

  BenchCharts(Session session, BenchPast past, Duration watching, List<Figure> figures) {
    this.session = session;
    this.past = past;
    this.watching = watching;
    this.figures = figures;
  }

  void run() throws InterruptedException {
    hear();
    try (var window = BenchWindow.open(session, PageId.GPU)) {
      Timeline timeline = window.call(() -> window.gpu().timeline());
      Thread.sleep(SETTLE);
      for (Range range : List.of(Range.MONTH, Range.FIVE_MINUTES, Range.DAY)) {
        figures.add(
            Figure.of(
                    "drawn-" + name(range),
                    Msg.gpuChartsBenchDrawn(name(range)),
                    drawn(window, timeline, range),
                    Unit.MS)
                .atMost(SOON));
        Thread.sleep(Duration.ofSeconds(1));
      }
      frames(window, "still", 0);
      frames(window, "1-hz", 1);
      frames(window, "30-hz", 30);
    }
  }

  private static String name(Range range) {
    return range.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void hear() {
    session
        .wiring()
        .homelab()
        .gpu()
        .set(new Reading.Live<>(past.heard(), ORIGIN, session.clock().instant()));
  }

  /** From choosing a range until the frame after its charts were drawn begins. */
  private static double drawn(BenchWindow window, Timeline timeline, Range range)
      throws InterruptedException {
    long begin =
        window.call(() -> {
          long now = System.nanoTime();
          timeline.rangeProperty().set(range);
          return now;
        });
    BenchWait.until(LIMIT, () -> window.call(() -> !timeline.isLoading()));
    var frame = new CountDownLatch(1);
    FrameTimes times =
        window.call(() ->
            new FrameTimes(number -> {
              if (number == 1) {
                frame.countDown();
              }
            }));
    frame.await();
    window.call(times::stop);
    return (System.nanoTime() - begin) / 1e6;
  }

  private void frames(BenchWindow window, String name, int perSecond) throws InterruptedException {
    var running = new AtomicBoolean(true);
    Thread source =
        Thread.ofVirtual()
            .name("bench-source")
            .start(() -> {
              while (running.get() && perSecond > 0) {
                hear();
                try {
                  Thread.sleep(1000 / perSecond);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    Thread.sleep(Duration.ofSeconds(2)); // until what is compiled is compiled
    FrameTimes times = window.call(() -> new FrameTimes(number -> {}));
    Usage before = Usage.now();
    Thread.sleep(watching);
    Usage used = Usage.now().since(before);
    var frames = new Percentiles(window.call(times::stop));
    running.set(false);
    source.interrupt();
    source.join();
    Message none = Msg.benchNoChanges();
    figures.add(
        Figure.of(
            "frame-p50-" + name, Msg.gpuChartsBenchFrame(50, name), frames.at(0.5), Unit.MS, none));
    figures.add(
        Figure.of(
                "frame-p99-" + name,
                Msg.gpuChartsBenchFrame(99, name),
                frames.at(0.99),
                Unit.MS,
                none)
            .atMost(SMOOTH));
    figures.add(
        Figure.of(
            "frame-max-" + name, Msg.gpuChartsBenchFrame(100, name), frames.max(), Unit.MS, none));
    figures.add(
        Figure.of("cpu-" + name, Msg.gpuChartsBenchCpu(name), used.cpuPercent(), Unit.PERCENT));
  }
}
