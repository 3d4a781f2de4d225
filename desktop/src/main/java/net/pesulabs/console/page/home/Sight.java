package net.pesulabs.console.page.home;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.cluster.Cluster;

/**
 * How much of the house can be seen: what each source is worth, and whether it is asked at all.
 *
 * @param ways those in use
 */
record Sight(
    Profile profile,
    Reading<Tailnet> tailnet,
    Reading<Cluster> cluster,
    Reading<GpuNode> gpu,
    Reading<ModelServer> model,
    Reading<Router> router,
    List<Way> ways) {

  /** The sources at home that have yet to answer for the first time. */
  List<Source> waiting() {
    return asked(Sight::isWaiting);
  }

  /** The sources that do not answer, or no longer. */
  List<Source> silent() {
    return asked(reading -> !reading.isLive() && !isWaiting(reading));
  }

  /** Whether any source at home is heard. The tailnet is told by this computer, so it is none. */
  boolean seesHome() {
    return asked().entrySet().stream()
        .anyMatch(entry -> entry.getKey() != Source.TAILNET && entry.getValue().isLive());
  }

  /** The sources this profile has, in the order of the screen. */
  private Map<Source, Reading<?>> asked() {
    var asked = new LinkedHashMap<Source, Reading<?>>();
    asked.put(Source.TAILNET, tailnet);
    asked.put(Source.CLUSTER, cluster);
    if (!profile.gpuUrl().isEmpty()) {
      asked.put(Source.GPU, gpu);
    }
    if (!profile.modelUrl().isEmpty()) {
      asked.put(Source.MODEL, model);
    }
    return asked;
  }

  private List<Source> asked(Predicate<Reading<?>> which) {
    return asked().entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Nothing heard yet, or of the cluster not yet its first list. */
  private static boolean isWaiting(Reading<?> reading) {
    return switch (reading) {
      case Reading.Unknown<?> unknown -> SourceHealth.isWaiting(unknown);
      case Reading.Live<?> live -> live.value() instanceof Cluster cluster && !cluster.complete();
      case Reading.Stale<?> stale -> false;
    };
  }
}
