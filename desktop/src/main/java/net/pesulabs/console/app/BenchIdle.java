package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Memory;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.app.bench.Slope;
import net.pesulabs.console.app.bench.Usage;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** What the open window costs while nobody touches it, and whether hours of changes fill memory. */
final class BenchIdle {

  static final Duration DURATION = Duration.ofSeconds(60);

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration LONGEST_SETTLING = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final double USUAL_RATE = 1;
  private static final double SPEED = 1000;
  private static final double MOST_MIB = 300;
  private static final double FLAT_MIB_PER_HOUR = 2;
  private static final long ME = ProcessHandle.current().pid();

  private final BenchTarget target;
  private final double rate;
  private final Duration duration;
  private final Duration simulated;
  private final List<Message> problems = new ArrayList<>();

  /**
   * A measurement.
   *
   * @param rate changes a second in the simulated time; 0 for one
   * @param simulated zero for none
   */
  BenchIdle(BenchTarget target, double rate, Duration duration, Duration simulated) {
    this.target = target;
    this.rate = rate > 0 ? rate : USUAL_RATE;
    this.duration = duration;
    this.simulated = simulated;
  }

  Report run() throws IOException, InterruptedException {
    try (var session = target.wholeConsole(Clock.systemUTC());
        var window = BenchWindow.open(session)) {
      session.wiring().connect();
      LiveHomelab homelab = session.wiring().homelab();
      if (!BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab))) {
        throw new IOException(Msg.benchNeverWhole().in(session.language()));
      }
      int pods = window.call(() -> window.pods().lines().size());
      Thread.sleep(duration.compareTo(LONGEST_SETTLING) < 0 ? duration : LONGEST_SETTLING);
      Usage before = Usage.now();
      Thread.sleep(duration);
      Usage used = Usage.now().since(before);
      Message untold = Msg.benchMemoryUntold();
      var figures = new ArrayList<Figure>();
      figures.add(
          Figure.of("process-cpu", Msg.benchProcessCpu(), used.cpuPercent(), Unit.PERCENT)
              .atMost(1));
      figures.add(
          Figure.of(
              "allocation", Msg.benchAllocation(), used.allocatedMibPerSecond(), Unit.MIB_PER_S));
      figures.add(
          Figure.of("rss", Msg.benchRss(), Memory.resident(ME), Unit.MIB, untold).atMost(MOST_MIB));
      figures.add(Figure.of("heap-used", Msg.benchHeapUsed(), Memory.usedHeap(), Unit.MIB));
      figures.add(Figure.of("heap-live", Msg.benchHeapLive(), Memory.liveHeap(), Unit.MIB));
      simulate(figures);
      return new Report(
          "idle",
          target.load(pods, simulated.isZero() ? 0 : rate),
          Msg.benchIdleMethod(duration.toSeconds(), (int) SPEED),
          figures,
          problems);
    }
  }

  private void simulate(List<Figure> figures) throws IOException, InterruptedException {
    if (simulated.isZero()) {
      return;
    }
    PretendChild pretend = target.pretend();
    if (pretend == null) {
      problems.add(Msg.benchOnlyWatched());
      return;
    }
    long changes = Math.round(simulated.toSeconds() * rate);
    double liveBefore = Memory.liveHeap();
    Memory.forgetPeak();
    var burst = new FutureTask<>(() -> pretend.order("burst " + changes + " " + SPEED));
    Thread.ofVirtual().start(burst);
    var resident = new ArrayList<Double>();
    double mostHeap = 0;
    while (!burst.isDone()) {
      Thread.sleep(LOOK_AGAIN);
      Double now = Memory.resident(ME);
      if (now != null) {
        resident.add(now);
      }
      mostHeap = Math.max(mostHeap, Memory.usedHeap());
    }
    try {
      burst.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    @Nullable Double peak = Memory.peak(ME);
    Message untold = Msg.benchMemoryUntold();
    // The first half may still grow to what the load needs.
    List<Double> half = resident.subList(resident.size() / 2, resident.size());
    double hours = simulated.toSeconds() / 3600.0 / 2;
    @Nullable Double slope =
        half.size() < 2 ? null : (Double) (Slope.of(half) * half.size() / hours);
    figures.add(Figure.of("simulated-changes", Msg.benchChangesMade(), changes, Unit.COUNT));
    figures.add(
        Figure.of("simulated-rss-max", Msg.benchRssMax(), peak, Unit.MIB, untold).atMost(MOST_MIB));
    figures.add(
        Figure.of("simulated-rss-slope", Msg.benchRssSlope(), slope, Unit.MIB_PER_HOUR, untold)
            .atMost(FLAT_MIB_PER_HOUR));
    figures.add(Figure.of("simulated-heap-max", Msg.benchHeapMax(), mostHeap, Unit.MIB));
    figures.add(
        Figure.of(
            "simulated-heap-growth",
            Msg.benchHeapGrowth(),
            Memory.liveHeap() - liveBefore,
            Unit.MIB));
  }
}
