package net.pesulabs.console.page.topology.graph;

import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Several things said one after the other. */
record Words(List<Localized> parts) implements Localized {

  /** Nothing to say. */
  static final Localized NONE = Localized.verbatim("");

  Words {
    parts = List.copyOf(parts);
  }

  static Localized of(Localized... parts) {
    return new Words(List.of(parts));
  }

  /** What the cluster is called by those who run it. */
  static Localized kubernetes(Reading<Cluster> cluster) {
    return Localized.verbatim(isK3s(cluster) ? "K3s" : "Kubernetes");
  }

  static boolean isK3s(Reading<Cluster> cluster) {
    return cluster.known().filter(known -> known.version().contains("k3s")).isPresent();
  }

  /** How a group stands whose worst is as bad as this. */
  static Health health(Severity worst, Vertex.@Nullable Tally tally, House house) {
    if (!house.seesCluster()) {
      return House.unknown(House.why(house.cluster()));
    }
    return new Health(
        worst,
        tally == null || tally.total() == 0
            ? Msg.topologyTallyNone()
            : Msg.topologyTally(tally.well(), tally.total()));
  }

  @Override
  public String in(Language language) {
    return parts.stream()
        .map(part -> part.in(language))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
