package net.pesulabs.console.page.topology;

import java.util.List;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.Presence;
import net.pesulabs.console.page.RoleWords;
import org.jspecify.annotations.Nullable;

/** The facts of a machine. */
final class MachineDetails {

  private MachineDetails() {}

  static Details of(Item.Machine machine, Box box, Picture picture) {
    House house = picture.house();
    var sheet = new FactSheet();
    sheet.add(Msg.topologyFactAddresses(), machine.addresses());
    way(sheet, house.presence(box), picture);
    Node node = box.node();
    if (node != null) {
      node(sheet, node, picture);
    }
    boolean live = node == null || house.cluster().isLive();
    if (!live) {
      sheet.age(house.cluster(), picture.now());
    }
    return new Details(
        machine.id(),
        Localized.verbatim(machine.name()),
        RoleWords.title(machine.role()),
        machine.health(),
        live,
        sheet.facts(),
        List.of());
  }

  private static void way(FactSheet sheet, @Nullable Reading<Presence> reading, Picture picture) {
    if (reading == null) {
      return;
    }
    Presence presence = reading.known().orElse(null);
    if (presence == null) {
      reading.problem().ifPresent(why -> sheet.add(Msg.topologyFactTailnet(), why));
      return;
    }
    sheet.add(Msg.topologyFactTailnet(), presence.health().text());
    if (presence.kind() == Presence.Kind.DIRECT) {
      sheet.add(Msg.topologyFactVia(), presence.via());
    }
    sheet.ago(Msg.topologyFactSeen(), presence.lastSeen(), picture.now());
    if (!reading.isLive()) {
      sheet.age(reading, picture.now());
    }
  }

  private static void node(FactSheet sheet, Node node, Picture picture) {
    sheet.add(Msg.topologyFactNode(), node.status());
    if (node.roles().isEmpty()) {
      sheet.add(Msg.topologyFactRoles(), Msg.topologyRoleWorker());
    } else {
      sheet.add(Msg.topologyFactRoles(), node.roles());
    }
    sheet.add(Msg.topologyFactPressures(), node.pressures());
    sheet.add(Msg.topologyFactOs(), node.osImage());
    sheet.add(Msg.topologyFactKubelet(), node.kubeletVersion());
    Double cpus = node.cpus();
    sheet.add(
        Msg.topologyFactProcessor(),
        cpus == null
            ? Localized.verbatim(node.architecture())
            : Msg.topologyCores(Quantity.number(cpus, 0), node.architecture()));
    Long memory = node.memoryBytes();
    sheet.add(Msg.topologyFactMemory(), memory == null ? null : Quantity.bytes(memory));
    sheet.ago(Msg.topologyFactCreated(), node.created(), picture.now());
  }
}
