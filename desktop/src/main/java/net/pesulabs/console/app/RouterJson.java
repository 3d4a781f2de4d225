package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;

/** The router in {@code status --json}; described in docs/status-json.md. */
final class RouterJson {

  private RouterJson() {}

  static void write(ObjectNode node, Reading<Router> reading, Language language) {
    Optional<Router> router = reading.known();
    node.put(
        "state",
        reading.isLive()
            ? router.map(known -> known.standing().id()).orElse(null)
            : reading.freshness().id());
    node.put("reason", reading.problem().map(why -> why.in(language)).orElse(null));
    node.put("dns_answers", router.map(Router::answersNames).orElse(null));
    node.put("exit_node_offered", router.map(Router::offersExitNode).orElse(null));
    node.put("lan_routed", router.map(Router::routesLan).orElse(null));
    part(node, "exporter", router.map(Router::exporter), language);
    part(node, "account", router.map(Router::account), language);
    node.put("model", router.map(r -> r.device().model()).orElse(null));
    node.put("firmware", router.map(r -> r.device().firmware()).orElse(null));
    node.put("host_name", router.map(r -> r.device().hostName()).orElse(null));
    load(node, router.map(Router::load).orElse(Load.UNKNOWN));
    wan(node, router.map(Router::wan).orElse(null));
    leases(node, router.map(Router::leases).orElse(null));
    traffic(node.putArray("traffic"), router.map(Router::traffic).orElse(List.of()));
  }

  private static void part(ObjectNode node, String name, Optional<Part> part, Language language) {
    node.put(name, part.map(each -> each.state().id()).orElse(null));
    node.put(
        name + "_reason",
        part.flatMap(each -> Optional.ofNullable(each.why()))
            .map(why -> why.in(language))
            .orElse(null));
  }

  private static void load(ObjectNode node, Load load) {
    node.put("started_at", time(load.startedAt()));
    node.put("load_1", load.load1());
    node.put("load_5", load.load5());
    node.put("load_15", load.load15());
    node.put("memory_total_bytes", load.memoryTotalBytes());
    node.put("memory_available_bytes", load.memoryAvailableBytes());
    node.put("temperature_c", load.celsius());
    node.put("connections", load.connections());
    node.put("connections_most", load.mostConnections());
  }

  private static void wan(ObjectNode node, Router.@Nullable Wan wan) {
    if (wan == null) {
      node.putNull("wan");
      return;
    }
    ObjectNode way = node.putObject("wan");
    way.put("up", wan.up());
    way.put("address", wan.address());
    way.put("since", time(wan.since()));
  }

  private static void leases(ObjectNode node, @Nullable List<Router.Lease> leases) {
    if (leases == null) {
      node.putNull("leases");
      return;
    }
    ArrayNode array = node.putArray("leases");
    for (Router.Lease lease : leases) {
      ObjectNode each = array.addObject();
      each.put("host", lease.host());
      each.put("address", lease.address());
      each.put("mac", lease.mac());
      each.put("ends_at", time(lease.endsAt()));
    }
  }

  private static void traffic(ArrayNode array, List<Router.Traffic> traffic) {
    for (Router.Traffic device : traffic) {
      ObjectNode each = array.addObject();
      each.put("device", device.device());
      each.put("received_bytes", device.receivedBytes());
      each.put("sent_bytes", device.sentBytes());
    }
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
