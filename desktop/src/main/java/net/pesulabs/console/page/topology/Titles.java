package net.pesulabs.console.page.topology;

import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the things of the map are called. */
final class Titles {

  private Titles() {}

  static Localized of(String id, Picture picture) {
    return switch (id) {
      case Item.INTERNET, Item.LAN, Item.TAILNET, Item.LAPTOP -> place(id);
      case Item.UNSCHEDULED -> Msg.topologyUnscheduled();
      default ->
          picture
              .box(id)
              .<Localized>map(box -> Localized.verbatim(box.name()))
              .orElseGet(() -> Localized.verbatim(id));
    };
  }

  static Message place(String id) {
    return switch (id) {
      case Item.LAN -> Msg.topologyLan();
      case Item.TAILNET -> Msg.topologyTailnet();
      case Item.LAPTOP -> Msg.homeRoleLaptop();
      default -> Msg.topologyInternet();
    };
  }

  /** What a place is, for somebody who never heard of it. */
  static Message subtitle(String id) {
    return switch (id) {
      case Item.LAN -> Msg.topologyLanWhat();
      case Item.TAILNET -> Msg.topologyTailnetWhat();
      case Item.LAPTOP -> Msg.topologyLaptopWhat();
      default -> Msg.topologyInternetWhat();
    };
  }

  static Message hardware(String id) {
    return id.equals(Item.GPU) ? Msg.topologyGpu() : Msg.topologyModel();
  }
}
