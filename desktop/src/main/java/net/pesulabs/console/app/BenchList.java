package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Kubectl;
import net.pesulabs.console.app.bench.Memory;
import net.pesulabs.console.app.bench.Percentiles;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** How soon all pods are on screen, and what they cost, beside kubectl on the same server. */
final class BenchList {

  static final int PODS = 5000;

  private static final int RUNS = 3;
  static final Duration SETTLE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long ME = ProcessHandle.current().pid();

  /** One console from connecting to the last pod in the table; times in seconds. */
  private record Run(
      double firstPod,
      double firstRows,
      double all,
      int pods,
      @Nullable Double peakAdded,
      @Nullable Double residentAdded,
      double heapAdded) {}

  private final BenchTarget target;
  private final Optional<Kubectl> kubectl;
  private final Duration settle;
  private final List<Message> problems = new ArrayList<>();

  /**
   * A measurement.
   *
   * @param settle how long a window is left alone before it connects, and after its list is whole
   */
  BenchList(BenchTarget target, Optional<Kubectl> kubectl, Duration settle) {
    this.target = target;
    this.kubectl = kubectl;
    this.settle = settle;
  }

  Report run() throws IOException, InterruptedException {
    // The first of both warms up the server, the disk cache and this process; only its memory
    // counts, for later ones find a heap that has grown already.
    Run first = console();
    peer();
    var consoles = new ArrayList<Run>();
    var peers = new ArrayList<Kubectl.Run>();
    for (int i = 0; i < RUNS; i++) {
      consoles.add(console());
      peer().ifPresent(peers::add);
    }
    return new Report(
        "list",
        target.load(first.pods(), 0),
        Msg.benchListMethod(RUNS),
        figures(first, consoles, peers),
        problems);
  }

  private List<Figure> figures(Run cold, List<Run> consoles, List<Kubectl.Run> peers) {
    var figures = new ArrayList<Figure>();
    Message none = Msg.benchNoKubectl();
    Message untold = Msg.benchMemoryUntold();
    Double all = median(consoles.stream().map(Run::all).toList());
    Double wall = median(peers.stream().map(Kubectl.Run::seconds).toList());
    Double peerPeak =
        peers.stream()
            .flatMap(run -> Optional.ofNullable(run.peakMib()).stream())
            .max(Double::compare)
            .orElse(null);
    Double firstRows = median(consoles.stream().map(run -> run.firstRows() * 1000).toList());
    figures.add(
        Figure.of("first-rows", Msg.benchFirstRows(), firstRows, Unit.MS, none).atMost(300));
    Double firstPod = median(consoles.stream().map(run -> run.firstPod() * 1000).toList());
    figures.add(Figure.of("first-pod", Msg.benchFirstPod(), firstPod, Unit.MS, none));
    figures.add(
        Figure.of("first-rows-cold", Msg.benchFirstRowsCold(), cold.firstRows() * 1000, Unit.MS));
    figures.add(Figure.of("all-pods", Msg.benchAllPods(), all, Unit.S, none));
    figures.add(Figure.of("all-pods-cold", Msg.benchAllPodsCold(), cold.all(), Unit.S));
    figures.add(Figure.of("pods", Msg.benchPods(), cold.pods(), Unit.COUNT));
    figures.add(Figure.of("peak-added", Msg.benchPeakAdded(), cold.peakAdded(), Unit.MIB, untold));
    figures.add(
        Figure.of("rss-added", Msg.benchRssAdded(), cold.residentAdded(), Unit.MIB, untold));
    figures.add(Figure.of("heap-added", Msg.benchHeapAdded(), cold.heapAdded(), Unit.MIB));
    figures.add(Figure.of("kubectl-wall", Msg.benchKubectlWall(), wall, Unit.S, none));
    Message noPeak = peers.isEmpty() ? none : untold;
    figures.add(Figure.of("kubectl-peak", Msg.benchKubectlPeak(), peerPeak, Unit.MIB, noPeak));
    figures.add(
        Figure.of("wall-ratio", Msg.benchWallRatio(), ratio(all, wall), Unit.RATIO, none)
            .atMost(0.6));
    Double memory = ratio(cold.peakAdded(), peerPeak);
    figures.add(
        Figure.of("memory-ratio", Msg.benchMemoryRatio(), memory, Unit.RATIO, noPeak).atMost(0.5));
    return figures;
  }

  private static @Nullable Double median(List<Double> values) {
    return new Percentiles(values).median();
  }

  private static @Nullable Double ratio(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null ? null : (Double) (one / other);
  }

  private Optional<Kubectl.Run> peer() throws IOException, InterruptedException {
    if (kubectl.isEmpty()) {
      return Optional.empty();
    }
    Kubectl.Run run = kubectl.get().listPods(target.kubeconfig(), target.context());
    if (run.exitCode() != 0) {
      problems.add(Msg.benchKubectlFailed(run.exitCode()));
    }
    return Optional.of(run);
  }

  private Run console() throws IOException, InterruptedException {
    try (var session = target.console(Clock.systemUTC());
        var window = BenchWindow.open(session)) {
      Thread.sleep(settle);
      double heap = Memory.liveHeap();
      @Nullable Double resident = Memory.resident(ME);
      boolean peaks = Memory.forgetPeak();
      var firstRows = new AtomicLong();
      window.call(() -> {
        window
            .scene()
            .addPostLayoutPulseListener(() -> {
              if (firstRows.get() == 0 && window.pods().hasLinesLaidOut()) {
                firstRows.set(-1); // seen; the frame ends when this thread is free again
                window.fx().later(() -> firstRows.set(System.nanoTime()));
              }
            });
        return true;
      });
      var homelab = session.wiring().homelab();
      var firstPod = new AtomicLong();
      homelab.pods().follow(change -> firstPod.compareAndSet(0, System.nanoTime()));
      long begun = System.nanoTime();
      session.wiring().connect();
      boolean whole =
          BenchWait.until(
              LIMIT,
              () ->
                  BenchWait.isWhole(homelab)
                      && firstRows.get() > 0
                      && window.call(() -> window.pods().lines().size()) == homelab.pods().size());
      double all = (System.nanoTime() - begun) / 1e9;
      if (!whole) {
        throw new IOException(Msg.benchNeverWhole().in(session.language()));
      }
      Thread.sleep(settle);
      @Nullable Double peak = peaks ? Memory.peak(ME) : null;
      double heapThen = Memory.liveHeap();
      return new Run(
          (firstPod.get() - begun) / 1e9,
          (firstRows.get() - begun) / 1e9,
          all,
          homelab.pods().size(),
          difference(peak, resident),
          difference(Memory.resident(ME), resident),
          heapThen - heap);
    }
  }

  private static @Nullable Double difference(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null ? null : (Double) (one - other);
  }
}
