package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Msg;

/** The facts of the hops of the traffic. */
final class TrafficFacts {

  private TrafficFacts() {}

  static void host(String host, Collection<Door> doors, Sheet sheet) {
    boolean secure = false;
    for (Door door : doors) {
      secure |= door.secure();
      door.targets().stream()
          .filter(target -> Ids.host(target.host()).equals(host))
          .forEach(target ->
              sheet.ofCluster(
                  Msg.topologyFactNamed(target.path().isEmpty() ? "/" : target.path()),
                  answers(target)));
    }
    sheet.age(sheet.house().cluster());
    String name = Ids.nameOfHost(host);
    if (!name.startsWith("~") && !name.contains("*")) {
      sheet.browse((secure ? "https://" : "http://") + name);
      sheet.can(new Action.CopyAddress(name));
    }
  }

  private static String answers(Door.Target target) {
    return target.name() + (target.port().isEmpty() ? "" : ":" + target.port());
  }

  static void door(Door door, Desk desk, Sheet sheet) {
    sheet.ofCluster(Msg.topologyFactKind(), door.kind());
    sheet.ofCluster(Msg.topologyFactNamespace(), door.object().namespace());
    switch (door.object()) {
      case Ingress ingress ->
          sheet.ofCluster(Msg.topologyFactAddresses(), String.join(", ", ingress.addresses()));
      case IngressRoute route -> {
        sheet.ofCluster(Msg.topologyFactEntryPoints(), String.join(", ", route.entryPoints()));
        route.routes().forEach(each -> sheet.ofCluster(Msg.topologyFactRule(), each.match()));
      }
      default -> {
        // There is no other kind of door.
      }
    }
    door.targets().stream()
        .limit(Details.MOST)
        .forEach(target ->
            sheet.ofCluster(
                Msg.topologyFactNamed(
                    (target.host().isEmpty() ? "*" : target.host()) + target.path()),
                answers(target)));
    sheet.ofCluster(
        Msg.topologyFactCertificate(),
        door.certificates().stream()
            .map(Door.Certificate::secret)
            .distinct()
            .collect(Collectors.joining(", ")));
    sheet.ago(Msg.topologyFactMade(), door.object().created(), sheet.house().cluster());
    sheet.age(sheet.house().cluster());
    sheet.found(desk.health().about(door.object()));
    sheet.kubectl(
        "-n "
            + door.object().namespace()
            + " describe "
            + Ids.kindIn(door.id())
            + " "
            + door.object().name());
  }

  static void service(Service service, Desk desk, Sheet sheet) {
    sheet.ofCluster(Msg.topologyFactKind(), service.type());
    sheet.ofCluster(Msg.topologyFactNamespace(), service.namespace());
    sheet.ofCluster(Msg.topologyFactAddresses(), service.clusterIp());
    sheet.ofCluster(
        Msg.topologyFactPorts(),
        service.ports().stream()
            .map(port -> port.port() + "/" + port.protocol())
            .collect(Collectors.joining(", ")));
    sheet.ofCluster(Msg.topologyFactSelector(), selector(service.selector()));
    sheet.ofCluster(Msg.topologyFactSendsTo(), service.externalName());
    sheet.ago(Msg.topologyFactMade(), service.created(), sheet.house().cluster());
    sheet.age(sheet.house().cluster());
    sheet.found(desk.health().about(service));
    sheet.can(
        new Action.CopyAddress(service.name() + "." + service.namespace() + ".svc.cluster.local"));
    sheet.kubectl("-n " + service.namespace() + " describe service " + service.name());
  }

  private static String selector(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(", "));
  }

  static void endpoints(String service, Collection<Backends.Endpoint> all, Sheet sheet) {
    sheet.ofCluster(Msg.topologyFactReady(), addresses(all, true));
    sheet.ofCluster(Msg.topologyFactNotReady(), addresses(all, false));
    sheet.age(sheet.house().cluster());
    sheet.kubectl(
        "-n "
            + Ids.namespaceIn(service)
            + " get endpointslices -l kubernetes.io/service-name="
            + Ids.nameIn(service));
  }

  private static String addresses(Collection<Backends.Endpoint> all, boolean ready) {
    return all.stream()
        .filter(endpoint -> endpoint.ready() == ready)
        .map(Backends.Endpoint::address)
        .limit(Details.MOST)
        .collect(Collectors.joining(", "));
  }
}
