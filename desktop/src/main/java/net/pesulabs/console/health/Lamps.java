package net.pesulabs.console.health;

import java.util.Comparator;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Msg;

/** What the lamp of each source in the top bar says. */
public final class Lamps {

  private Lamps() {}

  /** Whether the source is heard, and if so, how it is. */
  public static Health of(Source source, LiveHomelab homelab) {
    var reading = homelab.reading(source).get();
    if (!reading.isLive()) {
      return SourceHealth.of(reading);
    }
    return switch (source) {
      case TAILNET -> homelab.tailnet().get().known().map(TailnetHealth::of).orElseThrow();
      case GATEWAY -> homelab.router().get().known().map(GatewayHealth::of).orElseThrow();
      case CLUSTER ->
          homelab.nodes().all().stream()
              .map(NodeHealth::of)
              .max(Comparator.comparing(Health::severity))
              .orElseGet(() -> withoutNodes(homelab));
      case GPU ->
          homelab.gpu().get().known().stream()
              .flatMap(gpu -> gpu.cards().stream())
              .map(GpuHealth::of)
              .max(Comparator.comparing(Health::severity))
              .orElse(new Health(Severity.UNKNOWN, Msg.gpuHealthNone()));
      case MODEL -> homelab.model().get().known().map(ModelHealth::of).orElseThrow();
    };
  }

  /** That no node is seen is no good news where none may be seen. */
  private static Health withoutNodes(LiveHomelab homelab) {
    return homelab.hides(Kind.NODES)
        ? new Health(Severity.UNKNOWN, Msg.clusterNodesHidden())
        : new Health(Severity.FINE, Msg.sourceHealthLive());
  }
}
