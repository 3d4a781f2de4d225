package net.pesulabs.console.source.openwrt;

import java.util.List;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Lease;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.homelab.Router.Traffic;
import net.pesulabs.console.homelab.Router.Wan;
import org.jspecify.annotations.Nullable;

/** What one of the router's two tellers said of it, or both together. */
record Told(
    Device device,
    Load load,
    @Nullable Wan wan,
    @Nullable List<Lease> leases,
    List<Traffic> traffic) {

  static final Told NOTHING = new Told(Device.UNKNOWN, Load.UNKNOWN, null, null, List.of());

  /** Both together; where both tell a figure it is this one's. */
  Told and(Told other) {
    return new Told(
        new Device(
            first(device.model(), other.device.model()),
            first(device.firmware(), other.device.firmware()),
            first(device.hostName(), other.device.hostName())),
        and(load, other.load),
        first(wan, other.wan),
        first(leases, other.leases),
        traffic.isEmpty() ? other.traffic : traffic);
  }

  private static Load and(Load one, Load other) {
    return new Load(
        first(one.startedAt(), other.startedAt()),
        first(one.load1(), other.load1()),
        first(one.load5(), other.load5()),
        first(one.load15(), other.load15()),
        first(one.memoryTotalBytes(), other.memoryTotalBytes()),
        first(one.memoryAvailableBytes(), other.memoryAvailableBytes()),
        first(one.celsius(), other.celsius()),
        first(one.connections(), other.connections()),
        first(one.mostConnections(), other.mostConnections()));
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }
}
