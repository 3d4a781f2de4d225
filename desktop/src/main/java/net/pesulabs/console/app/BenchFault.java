package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.app.bench.FaultyLink;
import net.pesulabs.console.app.bench.JumpingClock;
import net.pesulabs.console.app.bench.LinkedKubeconfig;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong between the console and its cluster.
 *
 * @param deaf whether nothing can be heard of the cluster while it lasts
 * @param lasts until its cause is gone; zero for a blow
 */
record BenchFault(String id, Message title, boolean deaf, Step begin, Duration lasts, Step end) {

  /** What is done to begin or end it. */
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration SLEPT = Duration.ofMinutes(10);
  private static final int RESTART_S = 3;

  /** All of them, one after the other; some only the pretend cluster can be asked for. */
  static List<BenchFault> all(
      FaultyLink link,
      LinkedKubeconfig kubeconfig,
      JumpingClock clock,
      @Nullable PretendChild pretend,
      Duration lasts) {
    Step nothing = () -> {};
    Duration brief = lasts.compareTo(SHORT) < 0 ? lasts : SHORT;
    var faults = new ArrayList<BenchFault>();
    faults.add(
        new BenchFault("cut", Msg.benchFaultCut(), false, link::cut, Duration.ZERO, nothing));
    faults.add(
        new BenchFault(
            "half-open", Msg.benchFaultHalfOpen(), true, link::freeze, lasts, link::thaw));
    faults.add(
        new BenchFault("refused", Msg.benchFaultRefused(), true, link::refuse, lasts, link::open));
    faults.add(
        new BenchFault(
            "sleep",
            Msg.benchFaultSleep(),
            true,
            link::freeze,
            lasts,
            () -> {
              clock.jump(SLEPT.minus(lasts));
              link.thaw();
            }));
    if (pretend != null) {
      faults.add(
          new BenchFault(
              "restart",
              Msg.benchFaultRestart(),
              false,
              () -> pretend.order("restart " + RESTART_S),
              Duration.ZERO,
              nothing));
      faults.add(
          new BenchFault(
              "gone",
              Msg.benchFaultGone(),
              false,
              () -> pretend.order("inject watch-gone"),
              brief,
              () -> pretend.order("cure watch-gone")));
      faults.add(
          new BenchFault(
              "token",
              Msg.benchFaultToken(),
              true,
              () -> pretend.order("inject token-expired"),
              brief,
              () -> {
                pretend.order("swap-token");
                pretend.order("cure token-expired");
                kubeconfig.write(link.port());
              }));
    }
    return faults;
  }
}
