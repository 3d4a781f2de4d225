package net.pesulabs.console.page.home;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.health.GatewayHealth;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.NodeHealth;
import net.pesulabs.console.health.TailnetHealth;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A machine as the home page tells of it.
 *
 * @param id stays the same while the machine is the same one
 * @param name null while even that is not known
 * @param role null for this laptop
 * @param reach whether it can be reached; for this laptop the state of its Tailscale
 * @param node its state in the cluster, or as the router it is; null where it is neither
 * @param via the quickest of the ways to it that are in use; null where none is
 */
record MachineRow(
    String id,
    @Nullable String name,
    Profile.@Nullable Role role,
    Reading<Health> reach,
    @Nullable Reading<Health> node,
    @Nullable Reading<Via> via) {

  /** A way, and how long a connection by it takes to open. */
  record Via(Route route, Duration latency) {}

  static final String LAPTOP = "laptop";

  /** This laptop, then the profile's machines in its order. */
  static List<MachineRow> of(Sight sight, Collection<Node> nodes) {
    var whereabouts = new Whereabouts(sight.profile());
    return Stream.concat(
            Stream.of(laptop(sight.tailnet())),
            sight.profile().machines().stream()
                .map(machine -> machine(machine, whereabouts, sight, nodes)))
        .toList();
  }

  private static MachineRow laptop(Reading<Tailnet> tailnet) {
    String name =
        tailnet
            .known()
            .flatMap(t -> Optional.ofNullable(t.self()))
            .map(Tailnet.Peer::name)
            .orElse(null);
    return new MachineRow(LAPTOP, name, null, tailnet.map(MachineRow::inTailnet), null, null);
  }

  private static MachineRow machine(
      Profile.Machine machine, Whereabouts whereabouts, Sight sight, Collection<Node> nodes) {
    Reading<Health> reach =
        Presence.of(sight.tailnet(), t -> whereabouts.peer(machine, t)).map(Presence::health);
    return new MachineRow(
        "machine/" + machine.name(),
        machine.name(),
        machine.role(),
        reach,
        state(machine, whereabouts.node(machine, nodes), sight),
        sight.ways().stream()
            .filter(way -> whereabouts.behind(way).filter(machine::equals).isPresent())
            .map(Way::latency)
            .min(
                Comparator.comparing(
                    latency -> latency.known().orElse(ChronoUnit.FOREVER.getDuration())))
            .map(latency -> latency.map(time -> new Via(latency.origin().route(), time)))
            .orElse(null));
  }

  /** Of a gateway what the router tells: no one expects it to be a node. */
  private static @Nullable Reading<Health> state(
      Profile.Machine machine, Optional<Node> node, Sight sight) {
    if (node.isEmpty() && machine.role() == Profile.Role.GATEWAY) {
      return sight.router().map(MachineRow::asRouter);
    }
    return sight.cluster().map(c -> node.map(MachineRow::inCluster).orElse(null));
  }

  private static Health inCluster(Node node) {
    Health health = NodeHealth.of(node);
    return new Health(health.severity(), Msg.homeMachineInCluster(health.text()));
  }

  private static Health asRouter(Router router) {
    Health health = GatewayHealth.of(router);
    return new Health(health.severity(), Msg.homeMachineRouter(health.text()));
  }

  private static Health inTailnet(Tailnet tailnet) {
    Health health = TailnetHealth.of(tailnet);
    return new Health(health.severity(), Msg.homeMachineTailnet(health.text()));
  }
}
