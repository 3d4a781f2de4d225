package net.pesulabs.console.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.app.bench.Differences;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Percentiles;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.app.bench.Usage;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What a restless cluster costs, how far the screen is behind it, and whether anything is lost. */
final class BenchChurn {

  static final int PODS = 5000;
  static final double RATE = 200;
  static final Duration DURATION = Duration.ofSeconds(30);

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final double NO_SLOWER_THAN = 50;

  private final BenchTarget target;
  private final double rate;
  private final Duration duration;
  private final List<Message> problems = new ArrayList<>();

  BenchChurn(BenchTarget target, double rate, Duration duration) {
    this.target = target;
    this.rate = target.pretend() == null ? 0 : rate;
    this.duration = duration;
  }

  Report run() throws IOException, InterruptedException {
    if (target.pretend() == null) {
      problems.add(Msg.benchOnlyWatched());
    }
    try (var session = target.console(Clock.systemUTC());
        var window = BenchWindow.open(session)) {
      session.wiring().connect();
      LiveHomelab homelab = session.wiring().homelab();
      if (!BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab))) {
        throw new IOException(Msg.benchNeverWhole().in(session.language()));
      }
      var watch = new ChurnWatch(window);
      Subscription following = homelab.pods().follow(watch::received);
      List<Figure> figures = measured(window, watch);
      following.close();
      figures.addAll(compared(window, homelab));
      return new Report(
          "churn",
          target.load(homelab.pods().size(), rate),
          Msg.benchChurnMethod(duration.toSeconds(), warmUp().toSeconds()),
          figures,
          problems);
    }
  }

  private Duration warmUp() {
    return duration.compareTo(LONGEST_WARM_UP) < 0 ? duration : LONGEST_WARM_UP;
  }

  private List<Figure> measured(BenchWindow window, ChurnWatch watch)
      throws IOException, InterruptedException {
    watch.count();
    long sentBefore = sent();
    pace(rate);
    Thread.sleep(warmUp());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long fx = window.call(() -> Thread.currentThread().threadId());
    Usage before = Usage.now();
    long fxBefore = threads.getThreadCpuTime(fx);
    window.call(() -> {
      watch.start();
      return true;
    });
    Thread.sleep(duration);
    Usage used = Usage.now().since(before);
    double fxCpu = (threads.getThreadCpuTime(fx) - fxBefore) / 1e9;
    pace(0);
    long sent = sent() - sentBefore;
    BenchWait.until(LONGEST_WARM_UP, () -> watch.notShown() == 0 && watch.counted() >= sent);
    window.call(() -> {
      watch.stop();
      return true;
    });
    var latency = new Percentiles(window.call(watch::latencies));
    var frames = new Percentiles(window.call(watch::frames));
    Message none = Msg.benchNoChanges();
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("latency-p50", Msg.benchLatency(50), latency.at(0.5), Unit.MS, none));
    figures.add(
        Figure.of("latency-p95", Msg.benchLatency(95), latency.at(0.95), Unit.MS, none)
            .atMost(100));
    figures.add(Figure.of("latency-p99", Msg.benchLatency(99), latency.at(0.99), Unit.MS, none));
    figures.add(Figure.of("latency-max", Msg.benchLatencyMax(), latency.max(), Unit.MS, none));
    figures.add(
        Figure.of("longest-frame", Msg.benchLongestFrame(), frames.max(), Unit.MS, none)
            .atMost(NO_SLOWER_THAN));
    figures.add(Figure.of("frame-p99", Msg.benchFrameP99(), frames.at(0.99), Unit.MS, none));
    figures.add(Figure.of("frames", Msg.benchFrames(), frames.count(), Unit.COUNT));
    figures.add(
        Figure.of("fx-cpu", Msg.benchFxCpu(), 100 * fxCpu / used.seconds(), Unit.PERCENT)
            .atMost(30));
    figures.add(Figure.of("process-cpu", Msg.benchProcessCpu(), used.cpuPercent(), Unit.PERCENT));
    figures.add(
        Figure.of(
            "allocation", Msg.benchAllocation(), used.allocatedMibPerSecond(), Unit.MIB_PER_S));
    figures.add(
        target.pretend() == null
            ? Figure.missing("changes-made", Msg.benchChangesMade(), Unit.COUNT, Msg.benchNotOurs())
            : Figure.of("changes-made", Msg.benchChangesMade(), sent, Unit.COUNT));
    figures.add(Figure.of("changes-seen", Msg.benchChangesSeen(), watch.counted(), Unit.COUNT));
    figures.add(
        Figure.of("changes-not-shown", Msg.benchChangesNotShown(), watch.notShown(), Unit.COUNT)
            .atMost(0));
    return figures;
  }

  /** The facts beside a fresh list, and the lines on screen beside the facts. */
  private List<Figure> compared(BenchWindow window, LiveHomelab homelab)
      throws IOException, InterruptedException {
    try (var other = target.console(Clock.systemUTC())) {
      other.wiring().connect();
      LiveHomelab fresh = other.wiring().homelab();
      BenchWait.until(LIMIT, () -> BenchWait.isWhole(fresh));
      int facts = BenchWait.differences(homelab, fresh);
      BenchWait.until(
          QUIET,
          () -> Differences.count(window.call(window.pods()::lines), fresh.pods().all()) == 0);
      int lines = Differences.count(window.call(window.pods()::lines), fresh.pods().all());
      return List.of(
          Figure.of("differences", Msg.benchDifferences(), facts, Unit.COUNT).atMost(0),
          Figure.of("differences-on-screen", Msg.benchDifferencesOnScreen(), lines, Unit.COUNT)
              .atMost(0));
    }
  }

  private void pace(double changesPerSecond) throws IOException {
    PretendChild pretend = target.pretend();
    if (pretend != null) {
      pretend.order("rate " + changesPerSecond);
    }
  }

  private long sent() throws IOException {
    PretendChild pretend = target.pretend();
    return pretend == null ? 0 : pretend.changes();
  }
}
