package net.pesulabs.console.page.topology.graph;

import java.util.List;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;
import org.jspecify.annotations.Nullable;

/**
 * What the map is drawn of, but for the cluster's objects, at one moment.
 *
 * @param blindToNodes why nobody can say that a machine is no node; null where all nodes are known
 */
record House(
    Profile profile,
    Reading<Tailnet> tailnet,
    Reading<Cluster> cluster,
    Reading<GpuNode> gpu,
    Reading<ModelServer> model,
    Reading<Router> router,
    List<Way> ways,
    @Nullable Message blindToNodes) {

  static House of(Profile profile, LiveHomelab homelab) {
    return new House(
        profile,
        homelab.tailnet().get(),
        homelab.cluster().get(),
        homelab.gpu().get(),
        homelab.model().get(),
        homelab.router().get(),
        List.copyOf(homelab.ways().all()),
        homelab.objects().of(Kind.NODES).coverage().get().problem().orElse(null));
  }

  /** How a machine of the profile is reached; null for one that only the cluster knows. */
  @Nullable Reading<Presence> presence(Box box) {
    Profile.Machine machine = box.machine();
    return machine == null
        ? null
        : Presence.of(tailnet, t -> new Whereabouts(profile).peer(machine, t));
  }

  /** What the router tells of itself, where the machine is the router; null for any other. */
  @Nullable Reading<Router> routerOf(Box box) {
    return profile
            .machine(Profile.Role.GATEWAY)
            .filter(machine -> machine.equals(box.machine()))
            .isPresent()
        ? router
        : null;
  }

  /** What is known of a machine that no node is found for. */
  Health withoutNode() {
    return unknown(blindToNodes == null ? Msg.topologyNodeNone() : blindToNodes);
  }

  /** Whether what the tables of the cluster hold is so now. */
  boolean seesCluster() {
    return cluster.isLive();
  }

  /** Why what the tables of the cluster hold may not be so; null while it is. */
  @Nullable Message silence() {
    return seesCluster() ? null : why(cluster);
  }

  /** What rests on the cluster's tables: not known while the cluster is not heard. */
  Health asHeard(Health health) {
    return seesCluster() ? health : unknown(why(cluster));
  }

  static Health unknown(Message why) {
    return new Health(Severity.UNKNOWN, why);
  }

  static Message why(Reading<?> reading) {
    return reading.problem().orElseGet(Msg::readingNotReported);
  }

  /** What is not heard now is not known, however fine it last was. */
  static Health live(Reading<Health> reading) {
    return switch (reading) {
      case Reading.Live<Health> live -> live.value();
      case Reading.Stale<Health> stale -> unknown(stale.why());
      case Reading.Unknown<Health> unknown -> unknown(unknown.why());
    };
  }
}
