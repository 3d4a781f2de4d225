package net.pesulabs.console.health;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Msg;

/** What the lamp of each source in the top bar says. */
public final class Lamps {

  private Lamps() {}

  /** Whether the source is heard, and if so, how it is. */
  public static Health of(Source source, LiveHomelab homelab, HouseHealth health) {
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
      case GPU -> homelab.gpu().get().known().map(gpu -> cards(gpu, health)).orElseThrow();
      case MODEL -> homelab.model().get().known().map(ModelHealth::of).orElseThrow();
    };
  }

  /** The card most in need of care speaks for all, also where it is gone. */
  private static Health cards(GpuNode gpu, HouseHealth health) {
    List<Finding> found = health.hardware();
    return Stream.concat(
            gpu.cards().stream()
                .map(card -> CardCondition.of(card, GpuHealth.about(gpu, card, found))),
            found.stream()
                .map(Finding::cause)
                .filter(GpuHealth.VANISHED::equals)
                .map(cause -> CardCondition.VANISHED))
        .max(Comparator.comparing(CardCondition::severity).thenComparing(Comparator.naturalOrder()))
        .map(condition -> new Health(condition.severity(), condition.title()))
        .orElseGet(() -> new Health(Severity.UNKNOWN, Msg.gpuHealthNone()));
  }

  /** That no node is seen is no good news where none may be seen. */
  private static Health withoutNodes(LiveHomelab homelab) {
    return homelab.hides(Kind.NODES)
        ? new Health(Severity.UNKNOWN, Msg.clusterNodesHidden())
        : new Health(Severity.FINE, Msg.sourceHealthLive());
  }
}
