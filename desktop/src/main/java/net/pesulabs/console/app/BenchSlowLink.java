package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.pesulabs.console.app.bench.FaultyLink;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;

/** The console over a link of 200 ms that loses 2 %. */
final class BenchSlowLink {

  private static final Duration ROUND_TRIP = Duration.ofMillis(200);
  private static final double LOSS = 0.02;
  private static final double RATE = 10;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final double PROMISED_S = 5;

  private final BenchTarget target;
  private final FaultyLink link;
  private final String kubeconfig;
  private final Duration duration;

  BenchSlowLink(BenchTarget target, FaultyLink link, String kubeconfig, Duration duration) {
    this.target = target;
    this.link = link;
    this.kubeconfig = kubeconfig;
    this.duration = duration;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    link.slow(ROUND_TRIP, LOSS);
    try (var session = target.console(Clock.systemUTC(), kubeconfig);
        var window = BenchWindow.open(session)) {
      LiveHomelab homelab = session.wiring().homelab();
      long begun = System.nanoTime();
      session.wiring().connect();
      boolean rows = BenchWait.until(LIMIT, () -> window.call(window.pods()::hasLinesLaidOut));
      double firstRows = (System.nanoTime() - begun) / 1e9;
      boolean whole = BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab));
      double all = (System.nanoTime() - begun) / 1e9;
      var never = Msg.benchNotRightAgain(LIMIT.toSeconds());
      return List.of(
          Figure.of(
                  "slow.first-rows",
                  Msg.benchSlowFirstRows(),
                  rows ? firstRows : null,
                  Unit.S,
                  never)
              .atMost(PROMISED_S),
          Figure.of("slow.all-pods", Msg.benchSlowAllPods(), whole ? all : null, Unit.S, never),
          longestStall(homelab));
    } finally {
      link.slow(Duration.ZERO, 0);
    }
  }

  /** The longest time without a change arriving, while several are made each second. */
  private Figure longestStall(LiveHomelab homelab) throws IOException, InterruptedException {
    PretendChild pretend = target.pretend();
    if (pretend == null) {
      return Figure.missing("slow.stall", Msg.benchSlowStall(), Unit.S, Msg.benchNotOurs());
    }
    var last = new AtomicLong();
    var longest = new AtomicLong();
    Subscription following =
        homelab
            .pods()
            .follow(change -> {
              long now = System.nanoTime();
              long before = last.getAndSet(now);
              if (before != 0) {
                longest.accumulateAndGet(now - before, Math::max);
              }
            });
    pretend.order("rate " + RATE);
    last.set(System.nanoTime());
    longest.set(0);
    Thread.sleep(duration);
    long silence = Math.max(longest.get(), System.nanoTime() - last.get());
    pretend.order("rate 0");
    following.close();
    return Figure.of("slow.stall", Msg.benchSlowStall(), silence / 1e9, Unit.S).atMost(PROMISED_S);
  }
}
