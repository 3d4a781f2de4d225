package net.pesulabs.console.page.topology.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.MainCard;
import net.pesulabs.console.page.Presence;
import org.jspecify.annotations.Nullable;

/** The facts of the places of the house, and of the hardware in its machines. */
final class PlaceFacts {

  private PlaceFacts() {}

  static void tell(Vertex vertex, List<Box> boxes, Sheet sheet) {
    Message what = what(vertex.id());
    if (what != null) {
      sheet.add(Msg.topologyFactWhat(), what, null);
    }
    switch (vertex.id()) {
      case Ids.LAN -> lan(sheet);
      case Ids.TAILNET -> tailnet(boxes, sheet);
      case Ids.LAPTOP -> laptop(sheet);
      case Ids.MODEL -> model(sheet);
      default -> {
        if (Ids.isCard(vertex.id())) {
          card(vertex.id(), sheet);
        }
        boxes.stream()
            .filter(box -> box.id().equals(vertex.id()))
            .forEach(box -> MachineFacts.tell(box, sheet));
      }
    }
  }

  /** What it is, for somebody who never heard of it; null where its title says it. */
  private static @Nullable Message what(String id) {
    return switch (id) {
      case Ids.INTERNET -> Msg.topologyInternetWhat();
      case Ids.LAN -> Msg.topologyLanWhat();
      case Ids.TAILNET -> Msg.topologyTailnetWhat();
      case Ids.LAPTOP -> Msg.topologyLaptopWhat();
      case Ids.MODEL -> Msg.topologyModelWhat();
      case Ids.UNSCHEDULED -> Msg.topologyUnscheduledWhat();
      default -> Ids.isCard(id) ? Msg.topologyGpuWhat() : null;
    };
  }

  private static void lan(Sheet sheet) {
    Profile profile = sheet.house().profile();
    sheet.add(Msg.topologyFactRange(), profile.lan(), null);
    profile.machines().stream()
        .filter(machine -> !machine.lanAddress().isEmpty())
        .forEach(machine ->
            sheet.add(Msg.topologyFactNamed(machine.name()), machine.lanAddress(), null));
  }

  private static void tailnet(List<Box> boxes, Sheet sheet) {
    for (Box box : boxes) {
      Reading<Presence> presence = sheet.house().presence(box);
      if (presence != null) {
        sheet.figure(Msg.topologyFactNamed(box.name()), presence, each -> each.health().text());
      }
    }
    sheet.age(sheet.house().tailnet());
    sheet.can(new Action.Examine("tailnet"));
  }

  private static void laptop(Sheet sheet) {
    Reading<Tailnet> tailnet = sheet.house().tailnet();
    tailnet
        .known()
        .ifPresent(known -> {
          Optional.ofNullable(known.self())
              .ifPresent(self -> {
                sheet.add(Msg.topologyFactName(), self.name(), tailnet);
                sheet.add(Msg.topologyFactAddresses(), self.addresses(), tailnet);
                sheet.add(Msg.topologyFactOs(), self.os(), tailnet);
                sheet.copy(self.addresses());
              });
          sheet.add(Msg.topologyFactVersion(), known.version(), tailnet);
          sheet.add(Msg.topologyFactWarnings(), known.warnings(), tailnet);
        });
    sheet.age(tailnet);
    sheet.can(new Action.Examine("tailnet"));
  }

  private static void card(String id, Sheet sheet) {
    var gpu = sheet.house().gpu();
    Reading<Card> card =
        gpu.map(node ->
            node.cards().stream()
                .filter(each -> Ids.card(node, each).equals(id))
                .findFirst()
                .orElse(null));
    card.known()
        .ifPresent(each ->
            sheet.add(Msg.topologyFactName(), each.name() == null ? each.id() : each.name(), gpu));
    sheet
        .figure(Msg.gpuStatesState(), card, each -> GpuHealth.of(each).text())
        .figure(Msg.topologyFactBusy(), card.map(MainCard::busyPercent), Quantity::percent)
        .figure(
            Msg.homeGpuMemory(),
            card.map(Card::vram),
            vram -> Msg.homeOf(Quantity.bytes(vram.usedBytes()), Quantity.bytes(vram.totalBytes())))
        .figure(
            Msg.gpuGtt(),
            card.map(c -> c.gtt() == null || c.gtt().spilledBytes() == 0 ? null : c.gtt()),
            gtt -> Quantity.bytes(gtt.usedBytes()))
        .figure(Msg.homeGpuTemperature(), card.map(PlaceFacts::hottest), PlaceFacts::warmth)
        .figure(
            Msg.homeGpuPower(),
            card.map(c -> c.power().watts() == null ? null : c.power()),
            PlaceFacts::power)
        .add(Msg.topologyFactAsked(), gpu.origin().address(), gpu)
        .age(gpu)
        .can(new Action.OpenGpu())
        .can(new Action.Examine("gpu"))
        .copy(List.of(sheet.house().profile().gpuUrl()));
  }

  /** The hottest spot, where the card tells it. */
  private static Card.@Nullable Heat hottest(Card card) {
    return card.junction().celsius() != null
        ? card.junction()
        : card.edge().celsius() != null ? card.edge() : null;
  }

  private static Localized warmth(Card.Heat heat) {
    return limited(heat.celsius(), heat.limitCelsius(), Quantity::celsius);
  }

  private static Localized power(Card.Power power) {
    return limited(power.watts(), power.capWatts(), Quantity::watts);
  }

  private static Localized limited(
      @Nullable Double figure, @Nullable Double limit, DoubleFunction<Localized> unit) {
    Localized said = figure == null ? Localized.verbatim("–") : unit.apply(figure);
    return limit == null ? said : Msg.gpuStatesOfLimit(said, unit.apply(limit));
  }

  private static void model(Sheet sheet) {
    Reading<ModelServer> model = sheet.house().model();
    sheet
        .figure(Msg.topologyFactModel(), model.map(ModelServer::name), Localized::verbatim)
        .figure(Msg.homeModelContext(), model.map(ModelServer::context), Msg::homeModelTokens)
        .figure(
            Msg.homeModelSpeed(),
            model.map(ModelServer::tokensPerSecond),
            speed -> Msg.homeModelTokensPerSecond(Quantity.number(speed, 1)))
        .figure(
            Msg.homeModelSlots(),
            model.map(ModelServer::slotsBusy),
            busy -> Quantity.number(busy, 0))
        .add(Msg.topologyFactAsked(), model.origin().address(), model)
        .age(model)
        .can(new Action.OpenChat())
        .can(new Action.Examine("model"))
        .copy(List.of(sheet.house().profile().modelUrl()));
  }
}
