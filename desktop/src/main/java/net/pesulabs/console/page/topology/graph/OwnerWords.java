package net.pesulabs.console.page.topology.graph;

import java.util.Optional;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** How what makes pods stands: by what it says itself, by its pods, and by what was found of it. */
final class OwnerWords {

  private OwnerWords() {}

  /** Of as many pods as it is to have, which may be more than it has. */
  static Vertex.Tally tally(Owner owner, Vertex.@Nullable Tally pods) {
    if (owner.object() instanceof Workload workload && workload.desired() != null) {
      int desired = workload.desired();
      return new Vertex.Tally(Math.min(workload.ready(), desired), desired);
    }
    return pods == null ? new Vertex.Tally(0, 0) : pods;
  }

  /**
   * The worst of its pods and of itself. One that is short without being a finding is on its way.
   */
  static Health health(Owner owner, Vertex.Tally tally, Severity pods, HouseHealth house) {
    Optional<Finding> found =
        Optional.ofNullable(owner.object()).flatMap(each -> house.about(each).stream().findFirst());
    if (found.isPresent() && found.get().severity().compareTo(pods) >= 0) {
      return new Health(found.get().severity(), found.get().text());
    }
    boolean isShort = owner.object() instanceof Workload && tally.well() < tally.total();
    Severity severity = isShort && pods == Severity.FINE ? Severity.BUSY : pods;
    return new Health(
        severity,
        tally.total() == 0
            ? Msg.topologyTallyNone()
            : Msg.topologyTally(tally.well(), tally.total()));
  }
}
