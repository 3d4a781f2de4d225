package net.pesulabs.console.page.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;
import net.pesulabs.console.page.topology.Details.PodLine;
import org.jspecify.annotations.Nullable;

/** Writes what the side panel tells of an item or a link. */
final class DetailsWriter {

  private DetailsWriter() {}

  /** Empty once the thing is no longer on the map. */
  static Optional<Details> of(String id, Picture picture) {
    Link link = picture.links().get(id);
    if (link != null) {
      return Optional.of(link(link, picture));
    }
    Item item = picture.items().get(id);
    return switch (item) {
      case null -> Optional.empty();
      case Item.Machine machine ->
          picture.box(id).map(box -> MachineDetails.of(machine, box, picture));
      case Item.Place place -> Optional.of(place(place, picture));
      case Item.Workload workload -> Optional.of(workload(workload, picture));
      case Item.Unscheduled unscheduled -> Optional.of(unscheduled(picture));
      case Item.Hardware hardware -> Optional.of(HardwareDetails.of(hardware, picture));
    };
  }

  private static Details link(Link link, Picture picture) {
    return new Details(
        link.id(),
        Msg.topologyLinkTitle(Titles.of(link.from(), picture), Titles.of(link.to(), picture)),
        switch (link.kind()) {
          case WAN -> Msg.topologyLinkWan();
          case LAN -> Msg.topologyLinkLan();
          case TAILNET -> Msg.topologyLinkTailnet();
        },
        link.health(),
        true,
        List.of(),
        List.of());
  }

  private static Details place(Item.Place place, Picture picture) {
    var sheet = new FactSheet();
    House house = picture.house();
    Tailnet tailnet = house.tailnet().known().orElse(null);
    Tailnet.Peer self = tailnet == null ? null : tailnet.self();
    switch (place.id()) {
      case Item.LAN -> {
        sheet.add(Msg.topologyFactRange(), house.profile().lan());
        house.profile().machines().stream()
            .filter(machine -> !machine.lanAddress().isEmpty())
            .forEach(
                machine -> sheet.add(Msg.topologyFactNamed(machine.name()), machine.lanAddress()));
      }
      case Item.TAILNET ->
          picture.boxes().forEach(box -> presence(sheet, box, house.presence(box)));
      case Item.LAPTOP -> {
        if (tailnet != null && self != null) {
          sheet
              .add(Msg.topologyFactName(), self.name())
              .add(Msg.topologyFactAddresses(), self.addresses())
              .add(Msg.topologyFactOs(), self.os())
              .add(Msg.topologyFactVersion(), tailnet.version())
              .add(Msg.topologyFactWarnings(), tailnet.warnings());
        }
        sheet.age(house.tailnet(), picture.now());
      }
      default -> {
        // The internet has no facts of its own but its state.
      }
    }
    return new Details(
        place.id(),
        Titles.of(place.id(), picture),
        Titles.subtitle(place.id()),
        place.health(),
        place.id().equals(Item.LAN) || house.tailnet().isLive(),
        sheet.facts(),
        List.of());
  }

  private static void presence(FactSheet sheet, Box box, @Nullable Reading<Presence> presence) {
    if (presence != null) {
      sheet.figure(Msg.topologyFactNamed(box.name()), presence, p -> p.health().text());
    }
  }

  private static Details workload(Item.Workload item, Picture picture) {
    var sheet = new FactSheet();
    sheet
        .add(Msg.topologyFactNamespace(), item.namespace())
        .add(Msg.topologyFactMachine(), Titles.of(item.box(), picture))
        .add(Msg.topologyFactReady(), Msg.homeOf(item.ready(), item.total()))
        .age(picture.house().cluster(), picture.now());
    List<PodLine> pods =
        picture.workloads().keys().stream()
            .filter(key -> key.id().equals(item.id()))
            .findFirst()
            .map(key -> lines(picture.workloads().pods(key), picture))
            .orElse(List.of());
    Health health =
        item.live()
            ? worst(pods)
            : new Health(
                item.severity(),
                picture.house().cluster().problem().orElseGet(Msg::readingNotReported));
    return new Details(
        item.id(),
        Localized.verbatim(item.workload().name()),
        Localized.verbatim(item.workload().kind()),
        health,
        item.live(),
        sheet.facts(),
        pods);
  }

  private static Details unscheduled(Picture picture) {
    List<PodLine> pods =
        picture.workloads().keys().stream()
            .filter(key -> key.node() == null)
            .sorted(Workloads.Key.ORDER)
            .flatMap(key -> lines(picture.workloads().pods(key), picture).stream())
            .toList();
    return new Details(
        Item.UNSCHEDULED,
        Msg.topologyUnscheduled(),
        Msg.topologyUnscheduledWhat(),
        worst(pods),
        picture.house().cluster().isLive(),
        new FactSheet().age(picture.house().cluster(), picture.now()).facts(),
        pods);
  }

  private static List<PodLine> lines(Collection<Pod> pods, Picture picture) {
    return pods.stream()
        .sorted(Comparator.comparing(Pod::name))
        .map(pod -> new PodLine(pod.name(), pod.status(), PodHealth.of(pod, picture.now())))
        .toList();
  }

  private static Health worst(List<PodLine> pods) {
    return pods.stream()
        .map(PodLine::health)
        .max(Comparator.comparing(Health::severity))
        .orElseThrow();
  }
}
