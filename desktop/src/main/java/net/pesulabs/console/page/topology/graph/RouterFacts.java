package net.pesulabs.console.page.topology.graph;

import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** What the router tells of itself, as far as somebody lets it tell. */
final class RouterFacts {

  private RouterFacts() {}

  static void tell(Reading<Router> reading, Sheet sheet) {
    reading.known().ifPresent(router -> tell(router, reading, sheet));
    sheet.age(reading);
  }

  private static void tell(Router router, Reading<Router> reading, Sheet sheet) {
    sheet.add(Msg.topologyFactModel(), router.device().model(), reading);
    sheet.add(Msg.topologyFactFirmware(), router.device().firmware(), reading);
    yesOrNo(sheet, Msg.topologyFactNames(), router.answersNames(), reading);
    Router.Wan wan = router.wan();
    if (wan != null) {
      sheet.add(
          Msg.topologyInternet(),
          wan.up() ? Msg.topologyWordWorks() : Msg.topologyWordDown(),
          reading);
      sheet.add(Msg.topologyFactOutside(), wan.address(), reading);
      sheet.ago(Msg.topologyFactOnline(), wan.since(), reading);
    }
    Router.Load load = router.load();
    sheet.ago(Msg.topologyFactStarted(), load.startedAt(), reading);
    Double busy = load.load1();
    sheet.add(Msg.topologyFactLoad(), busy == null ? null : Quantity.number(busy, 2), reading);
    sheet.add(Msg.topologyFactMemory(), memory(load), reading);
    if (router.leases() != null) {
      sheet.add(Msg.topologyFactLeases(), Quantity.number(router.leases().size(), 0), reading);
    }
  }

  private static void yesOrNo(
      Sheet sheet, Message label, @Nullable Boolean value, Reading<?> reading) {
    if (value != null) {
      sheet.add(label, value ? Msg.topologyYes() : Msg.topologyNo(), reading);
    }
  }

  private static @Nullable Localized memory(Router.Load load) {
    Long total = load.memoryTotalBytes();
    Long available = load.memoryAvailableBytes();
    return total == null || available == null
        ? null
        : Msg.homeOf(Quantity.bytes(total - available), Quantity.bytes(total));
  }
}
