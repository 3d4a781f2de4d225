package net.pesulabs.console.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import net.pesulabs.console.app.bench.Differences;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.cluster.Cluster;

/** Waits for what a benchmark needs, with a limit. */
final class BenchWait {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
  private static final int ATTEMPTS = 40;
  private static final Duration BETWEEN = Duration.ofMillis(250);

  private BenchWait() {}

  /** Whether it came true in time. */
  static boolean until(Duration limit, Callable<Boolean> condition) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          return false;
        }
        Thread.sleep(LOOK_AGAIN);
      }
      return true;
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the picture of the cluster is live and whole. */
  static boolean isWhole(LiveHomelab homelab) {
    var reading = homelab.cluster().get();
    return reading.isLive() && reading.known().map(Cluster::complete).orElse(false);
  }

  /**
   * How many fields differ from those that another console has just listed. A cluster never stands
   * quite still, so what differs is looked at again for some seconds: only what stays is counted.
   */
  static int differences(LiveHomelab homelab, LiveHomelab fresh) throws InterruptedException {
    int count = Differences.count(homelab.pods().all(), fresh.pods().all());
    for (int i = 0; i < ATTEMPTS && count > 0; i++) {
      Thread.sleep(BETWEEN);
      count = Differences.count(homelab.pods().all(), fresh.pods().all());
    }
    return count;
  }
}
