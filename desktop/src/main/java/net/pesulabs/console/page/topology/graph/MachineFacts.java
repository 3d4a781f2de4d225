package net.pesulabs.console.page.topology.graph;

import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.Presence;
import net.pesulabs.console.page.RoleWords;
import org.jspecify.annotations.Nullable;

/** The facts of a machine: what the settings, the tailnet and the cluster tell of it. */
final class MachineFacts {

  private MachineFacts() {}

  static void tell(Box box, Sheet sheet) {
    sheet.add(Msg.topologyFactRole(), RoleWords.title(box.role()), null);
    sheet.add(Msg.topologyFactAddresses(), box.addresses(), null);
    peer(box, sheet);
    way(sheet, sheet.house().presence(box));
    Node node = box.node();
    if (node != null) {
      node(sheet, node);
      sheet.age(sheet.house().cluster());
      sheet.can(new Action.OpenPods(node.name()));
      sheet.kubectl("describe node " + node.name());
    }
    Reading<Router> router = sheet.house().routerOf(box);
    if (router != null && box.machine() != null) {
      RouterFacts.tell(router, sheet);
      sheet.browse("http://" + box.machine().lanAddress());
      sheet.can(new Action.Examine("gateway"));
    }
    sheet.copy(box.addresses());
  }

  private static void way(Sheet sheet, @Nullable Reading<Presence> reading) {
    if (reading == null) {
      return;
    }
    Presence presence = reading.known().orElse(null);
    if (presence == null) {
      reading.problem().ifPresent(why -> sheet.add(Msg.topologyFactTailnet(), why, reading));
      return;
    }
    sheet.add(Msg.topologyFactTailnet(), presence.health().text(), reading);
    if (presence.kind() == Presence.Kind.DIRECT) {
      sheet.add(Msg.topologyFactVia(), presence.via(), reading);
    }
    sheet.ago(Msg.topologyFactSeen(), presence.lastSeen(), reading);
    sheet.age(reading);
  }

  /** What Tailscale knows of it beyond the way to it. */
  private static void peer(Box box, Sheet sheet) {
    Reading<Tailnet> tailnet = sheet.house().tailnet();
    Tailnet known = tailnet.known().orElse(null);
    if (known == null || box.machine() == null) {
      return;
    }
    new Whereabouts(sheet.house().profile())
        .peer(box.machine(), known)
        .ifPresent(peer -> {
          if (box.node() == null) {
            sheet.add(Msg.topologyFactOs(), peer.os(), tailnet);
          }
          if (peer.exitNode() || peer.exitNodeOffered()) {
            sheet.add(
                Msg.topologyFactExitNode(),
                peer.exitNode() ? Msg.topologyExitNodeInUse() : Msg.topologyExitNodeOffered(),
                tailnet);
          }
          sheet.add(Msg.topologyFactRoutes(), peer.routes(), tailnet);
        });
  }

  private static void node(Sheet sheet, Node node) {
    sheet.ofCluster(Msg.topologyFactNode(), node.status());
    sheet.ofCluster(
        Msg.topologyFactRoles(),
        node.roles().isEmpty()
            ? Msg.topologyRoleWorker()
            : Localized.verbatim(String.join(", ", node.roles())));
    sheet.ofCluster(Msg.topologyFactPressures(), String.join(", ", node.pressures()));
    sheet.ofCluster(Msg.topologyFactOs(), node.osImage());
    sheet.ofCluster(Msg.topologyFactKubelet(), node.kubeletVersion());
    Double cpus = node.cpus();
    sheet.ofCluster(
        Msg.topologyFactProcessor(),
        cpus == null
            ? Localized.verbatim(node.architecture())
            : Msg.topologyCores(Quantity.number(cpus, 0), node.architecture()));
    Long memory = node.memoryBytes();
    sheet.ofCluster(Msg.topologyFactMemory(), memory == null ? null : Quantity.bytes(memory));
    sheet.ago(Msg.topologyFactCreated(), node.created(), sheet.house().cluster());
  }
}
