package net.pesulabs.console.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.health.GatewayHealth;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** The router in {@code status}, line by line; what nobody told has no line. */
final class RouterText {

  private RouterText() {}

  static List<Localized> lines(Router router, Instant now) {
    var lines = new ArrayList<Localized>();
    lines.add(GatewayHealth.of(router).text());
    Device device = router.device();
    if (device.model() != null) {
      lines.add(
          device.firmware() == null
              ? Localized.verbatim(device.model())
              : Localized.verbatim(device.model() + " · " + device.firmware()));
    }
    if (Boolean.TRUE.equals(router.answersNames())) {
      lines.add(Msg.gatewayStatusNames());
    }
    if (Boolean.TRUE.equals(router.offersExitNode())) {
      lines.add(Msg.gatewayStatusExitNode());
    }
    Router.Wan wan = router.wan();
    if (wan != null && wan.up()) {
      String address = wan.address() == null ? "" : wan.address();
      lines.add(
          wan.since() == null
              ? Msg.gatewayStatusWan(address)
              : Msg.gatewayStatusWanSince(address, since(wan.since(), now)));
    }
    load(router.load(), now, lines);
    if (router.leases() != null) {
      lines.add(Msg.gatewayStatusLeases(router.leases().size()));
    }
    return lines;
  }

  private static void load(Load load, Instant now, List<Localized> lines) {
    if (load.startedAt() != null) {
      lines.add(Msg.gatewayStatusUptime(since(load.startedAt(), now)));
    }
    if (load.load1() != null) {
      lines.add(Msg.gatewayStatusLoad(Quantity.number(load.load1(), 2)));
    }
    Long total = load.memoryTotalBytes();
    Long free = load.memoryAvailableBytes();
    if (total != null && free != null) {
      lines.add(Msg.gatewayStatusMemory(Quantity.bytes(total - free), Quantity.bytes(total)));
    }
    @Nullable Double celsius = load.celsius();
    if (celsius != null) {
      lines.add(Quantity.celsius(celsius));
    }
  }

  private static Localized since(Instant then, Instant now) {
    return Quantity.duration(Duration.between(then, now));
  }
}
