package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Percentiles;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.MapProbe;
import net.pesulabs.console.page.topology.TopologyView;
import net.pesulabs.console.page.topology.graph.Layer;

/** How soon the map is there, how smoothly it moves, and how much of it one change draws anew. */
final class BenchTopology {

  static final int PODS = 2000;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration SETTLE = Duration.ofSeconds(4);
  private static final Duration CHANGES = Duration.ofSeconds(10);
  private static final double CHANGES_A_SECOND = 5;
  private static final double SOON = 200;
  private static final double SMOOTH = 33;
  private static final int FRAMES = 120;
  private static final double STEP = 14;
  private static final double ZOOM = 1.03;

  private final BenchTarget target;
  private final List<Message> problems = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  BenchTopology(BenchTarget target) {
    this.target = target;
  }

  Report run() throws IOException, InterruptedException {
    try (var session = target.wholeConsole(Clock.systemUTC());
        var window = BenchWindow.open(session, PageId.TOPOLOGY)) {
      TopologyView view = window.call(window::topology);
      MapProbe probe = window.call(view::probe);
      waitFor(window, () -> probe.drawings() > 0 && probe.things() > 0);
      figures.add(
          Figure.of(
                  "physical-on-screen",
                  Msg.benchMapOnScreen(),
                  window.millisSinceShown(firstDrawn(window)),
                  Unit.MS)
              .atMost(SOON));
      session.wiring().connect();
      LiveHomelab homelab = session.wiring().homelab();
      if (!BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab))) {
        throw new IOException(Msg.benchNeverWhole().in(session.language()));
      }
      Thread.sleep(SETTLE);
      reopen(window, probe);
      still(window);
      for (Layer layer : Layer.values()) {
        measure(window, probe, layer);
      }
      changes(window, probe, homelab);
      return new Report(
          "topology",
          target.load(homelab.pods().size(), 0),
          Msg.benchMapMethod(FRAMES, CHANGES.toSeconds()),
          figures,
          problems);
    }
  }

  private static long firstDrawn(BenchWindow window) throws InterruptedException {
    return window.call(System::nanoTime);
  }

  /** From another page to the map of everything. */
  private void reopen(BenchWindow window, MapProbe probe) throws InterruptedException {
    window.call(() -> window.show(PageId.HOME));
    Thread.sleep(SETTLE);
    double millis =
        timed(
            window,
            probe,
            () -> {
              window.show(PageId.TOPOLOGY);
            });
    figures.add(Figure.of("physical-opened", Msg.benchMapOpened(), millis, Unit.MS).atMost(SOON));
  }

  /** How even the frames of this machine are while nothing moves: what others ask of it counts. */
  private void still(BenchWindow window) throws InterruptedException {
    var frames = new Percentiles(frames(window, frame -> {}));
    figures.add(
        Figure.of(
            "frame-p99-still",
            Msg.benchMapFrame(99, "still"),
            frames.at(0.99),
            Unit.MS,
            Msg.benchNoChanges()));
  }

  private void measure(BenchWindow window, MapProbe probe, Layer layer)
      throws InterruptedException {
    String name = layer.name().toLowerCase(Locale.ROOT);
    if (layer != Layer.PHYSICAL) {
      double millis = timed(window, probe, () -> probe.show(layer));
      figures.add(Figure.of("switch-" + name, Msg.benchMapSwitch(name), millis, Unit.MS));
      Thread.sleep(SETTLE); // for kinds that are listed only now
    }
    move(window, probe, name);
    if (window.call(() -> probe.shown() < probe.things())) {
      double millis = timed(window, probe, () -> probe.foldAll(false));
      figures.add(Figure.of("unfold-" + name, Msg.benchMapUnfold(name), millis, Unit.MS));
      move(window, probe, name + "-open");
      window.call(() -> {
        probe.foldAll(true);
        return true;
      });
    }
  }

  /** Drags and zooms: from all of it, and from close by. */
  private void move(BenchWindow window, MapProbe probe, String name) throws InterruptedException {
    figures.add(
        Figure.of(
            "things-" + name, Msg.benchMapThings(name), window.call(probe::shown), Unit.COUNT));
    var all = new ArrayList<Double>();
    for (boolean close : new boolean[] {false, true}) {
      window.call(() -> {
        probe.fit();
        if (close) {
          probe.zoom(1 / probe.scale());
        }
        return true;
      });
      all.addAll(
          frames(
              window,
              frame -> {
                double way = frame % 40 < 20 ? STEP : -STEP;
                probe.drag(way, way / 2);
              }));
      all.addAll(frames(window, frame -> probe.zoom(frame % 40 < 20 ? ZOOM : 1 / ZOOM)));
    }
    var frames = new Percentiles(all);
    Message none = Msg.benchNoChanges();
    figures.add(
        Figure.of("frame-p50-" + name, Msg.benchMapFrame(50, name), frames.at(0.5), Unit.MS, none));
    figures.add(
        Figure.of("frame-p99-" + name, Msg.benchMapFrame(99, name), frames.at(0.99), Unit.MS, none)
            .atMost(SMOOTH));
    figures.add(
        Figure.of("frame-max-" + name, Msg.benchMapFrame(100, name), frames.max(), Unit.MS, none));
  }

  private static List<Double> frames(BenchWindow window, java.util.function.IntConsumer step)
      throws InterruptedException {
    var done = new CountDownLatch(1);
    FrameTimes times =
        window.call(() ->
            new FrameTimes(frame -> {
              if (frame < FRAMES) {
                step.accept(frame);
              } else {
                done.countDown();
              }
            }));
    done.await();
    return window.call(times::stop);
  }

  /** Until the frame in which the map is drawn next is handed to the renderer. */
  private static double timed(BenchWindow window, MapProbe probe, Runnable act)
      throws InterruptedException {
    long[] begin = new long[1];
    long before =
        window.call(() -> {
          long drawings = probe.drawings();
          begin[0] = System.nanoTime();
          act.run();
          return drawings;
        });
    waitFor(window, () -> probe.drawings() > before);
    return (firstDrawn(window) - begin[0]) / 1e6;
  }

  private static void waitFor(BenchWindow window, java.util.concurrent.Callable<Boolean> done)
      throws InterruptedException {
    BenchWait.until(LIMIT, () -> window.call(done));
  }

  private void changes(BenchWindow window, MapProbe probe, LiveHomelab homelab)
      throws IOException, InterruptedException {
    PretendChild pretend = target.pretend();
    if (pretend == null) {
      problems.add(Msg.benchOnlyWatched());
      return;
    }
    window.call(() -> {
      probe.show(Layer.WORKLOADS);
      probe.foldAll(false);
      probe.fit();
      return true;
    });
    Thread.sleep(SETTLE);
    long changesBefore = pretend.changes();
    long drawnBefore = window.call(probe::drawn);
    pretend.order("rate " + CHANGES_A_SECOND);
    Thread.sleep(CHANGES);
    pretend.order("rate 0");
    Thread.sleep(Duration.ofSeconds(1));
    double made = pretend.changes() - changesBefore;
    double drawn = window.call(probe::drawn) - drawnBefore;
    figures.add(
        Figure.of(
            "drawn-per-change",
            Msg.benchMapDrawn(),
            made == 0 ? null : drawn / made,
            Unit.COUNT,
            Msg.benchNoChanges()));
    figures.add(
        Figure.of(
            "things-then", Msg.benchMapThings("workloads"), window.call(probe::shown), Unit.COUNT));
  }
}
