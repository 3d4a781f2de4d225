package net.pesulabs.console.page.topology.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Msg;

/** How each hop of the way from a host name to a pod is. */
final class TrafficHealth {

  private final Desk desk;
  private final Backends backends;

  TrafficHealth(Desk desk, Backends backends) {
    this.desk = desk;
    this.backends = backends;
  }

  static Health worst(Stream<Health> all, Health fine) {
    return all.filter(health -> health.severity() != Severity.FINE)
        .max(Comparator.comparing(Health::severity))
        .orElse(fine);
  }

  /** What was found of an object itself. */
  Optional<Health> found(ClusterObject object) {
    return desk.health().about(object).stream()
        .findFirst()
        .map((Finding found) -> new Health(found.severity(), found.text()));
  }

  /** Whether anybody answers under a service's name; only of one that is there. */
  Health of(String id, Service service) {
    Optional<Health> found = found(service);
    if (found.isPresent()) {
      return found.get();
    }
    if (service.externalName() != null) {
      return House.unknown(Msg.topologyServiceElsewhere(service.externalName()));
    }
    if (!isAllOf(Kind.ENDPOINT_SLICES, service.namespace())) {
      return House.unknown(Msg.topologyEndpointsHidden());
    }
    Vertex.Tally tally = backends.tally(id);
    return new Health(
        tally.well() > 0 ? Severity.FINE : Severity.BUSY,
        tally.well() > 0
            ? Msg.topologyEndpoints(tally.well(), tally.total())
            : Msg.topologyEndpointsNone());
  }

  /** Whether where a door leads is there. */
  Health of(Door door, Door.Target target) {
    String id = target.service();
    if (id == null) {
      return new Health(Severity.FINE, Msg.topologyDoorItself());
    }
    Service service = backends.get(id);
    String where = (target.host().isEmpty() ? "*" : target.host()) + target.path();
    Severity missing = door.isYoung(desk.now().get()) ? Severity.BUSY : Severity.CRITICAL;
    if (service == null) {
      String namespace = Ids.namespaceIn(id);
      return isAllOf(Kind.SERVICES, namespace)
          ? new Health(missing, Msg.ingressNoService(where, target.name()))
          : House.unknown(Msg.topologyServiceHidden());
    }
    boolean offered =
        target.port().isEmpty()
            || service.externalName() != null
            || service.ports().stream()
                .anyMatch(port ->
                    port.name().equals(target.port())
                        || Integer.toString(port.port()).equals(target.port()));
    return offered
        ? new Health(Severity.FINE, Msg.topologyDoorLeads(target.name()))
        : new Health(missing, Msg.ingressNoPort(where, target.name(), target.port()));
  }

  /** What a browser gets that comes by a host's name: a certificate, or a warning. */
  Health certificate(Door door, String host) {
    if (!door.secure()) {
      return new Health(Severity.FINE, Msg.topologyTlsNone());
    }
    List<Door.Certificate> named =
        door.certificates().stream().filter(each -> each.isFor(host)).toList();
    if (named.isEmpty()) {
      return new Health(Severity.FINE, Msg.topologyTlsDefault());
    }
    Health fine = new Health(Severity.FINE, Msg.topologyTlsOwn());
    return worst(named.stream().map(each -> certificate(door, host, each)), fine);
  }

  private Health certificate(Door door, String host, Door.Certificate certificate) {
    SecretPresence secret =
        desk.homelab().objects().secrets().get(certificate.secret()).orElse(null);
    if (secret == null) {
      return House.unknown(Msg.topologyTlsHidden());
    }
    String hosts = host.isEmpty() ? "*" : host;
    return secret.present()
        ? new Health(Severity.FINE, Msg.topologyTlsOwn())
        : new Health(
            door.isYoung(desk.now().get()) ? Severity.BUSY : Severity.WARNING,
            Msg.ingressNoSecret(hosts, secret.name()));
  }

  private boolean isAllOf(Kind<?> kind, String namespace) {
    return desk.homelab().objects().of(kind).isAllOf(namespace);
  }
}
