package net.pesulabs.console.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Cluster;

/** Waits until every source has said something, or said why it cannot. */
final class Awaiting {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** How long the next page of a list may take. */
  private static final Duration WHILE_GROWING = Duration.ofSeconds(5);

  private Awaiting() {}

  /**
   * Returns once all have answered, or after the limit, whatever has answered by then; but not in
   * the middle of a long list while it grows.
   */
  static void firstAnswers(LiveHomelab homelab, Clock clock, Duration limit)
      throws InterruptedException {
    Instant end = clock.instant().plus(limit);
    int pods = 0;
    while (!haveAnswered(homelab) && clock.instant().isBefore(end)) {
      Thread.sleep(LOOK_AGAIN);
      if (homelab.pods().size() > pods) {
        pods = homelab.pods().size();
        end = later(end, clock.instant().plus(WHILE_GROWING));
      }
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean haveAnswered(LiveHomelab homelab) {
    boolean all =
        Arrays.stream(Source.values())
            .noneMatch(source -> SourceHealth.isWaiting(homelab.reading(source).get()));
    // The cluster answers before its first list is whole; half of the pods would look like all.
    boolean listed =
        !homelab.cluster().get().isLive()
            || homelab.cluster().get().known().map(Cluster::complete).orElse(true);
    boolean told = homelab.router().get().known().filter(Router::isAwaited).isEmpty();
    return all && listed && told;
  }
}
