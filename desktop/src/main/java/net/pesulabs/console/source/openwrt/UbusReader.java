package net.pesulabs.console.source.openwrt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Lease;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.homelab.Router.Wan;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/** What ubus tells of the router. Of its answers only these few fields are kept. */
final class UbusReader {

  /** A load of 1, as the kernel counts it in sysinfo(2). */
  private static final double LOAD_ONE = 65_536;

  /** More devices than that are in no house; so long a list is somebody's joke. */
  private static final int MOST_LEASES = 1_000;

  private UbusReader() {}

  static Device device(JsonNode board) {
    return new Device(
        Words.of(Json.text(board, "model")),
        Words.of(Json.text(board.path("release"), "description")),
        Words.of(Json.text(board, "hostname")));
  }

  static Load load(JsonNode info, Instant now) {
    JsonNode load = info.path("load");
    JsonNode memory = info.path("memory");
    return new Load(
        info.path("uptime").isNumber() ? Words.ago(info.path("uptime").asDouble(), now) : null,
        load(load.path(0)),
        load(load.path(1)),
        load(load.path(2)),
        bytes(memory.path("total")),
        bytes(memory.path("available")),
        null,
        null,
        null);
  }

  private static @Nullable Double load(JsonNode value) {
    return value.isNumber() && value.asDouble() >= 0
        ? (Double) (value.asDouble() / LOAD_ONE)
        : null;
  }

  private static @Nullable Long bytes(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0
        ? (Long) value.longValue()
        : null;
  }

  /**
   * The way out: the interface “wan” where it leads out, else whichever does, the preferred one
   * first; up only with an address and a default route. Null where there is no such interface.
   */
  static @Nullable Wan wan(JsonNode dump, Instant now) {
    List<JsonNode> outward =
        Stream.iterate(0, i -> i < dump.path("interface").size(), i -> i + 1)
            .map(i -> dump.path("interface").path(i))
            .filter(each -> isNamedWan(each) || leadsOut(each))
            .sorted(
                Comparator.comparing((JsonNode each) -> !leadsOut(each))
                    .thenComparing(each -> !isNamedWan(each))
                    .thenComparing(each -> each.path("metric").asInt()))
            .toList();
    if (outward.isEmpty()) {
      return null;
    }
    JsonNode best = outward.getFirst();
    boolean up = leadsOut(best);
    JsonNode uptime = best.path("uptime");
    return new Wan(
        up, address(best), up && uptime.isNumber() ? Words.ago(uptime.asDouble(), now) : null);
  }

  private static boolean isNamedWan(JsonNode each) {
    return each.path("interface").asText().equals("wan");
  }

  private static boolean leadsOut(JsonNode each) {
    return each.path("up").asBoolean(false) && address(each) != null && hasDefaultRoute(each);
  }

  private static boolean hasDefaultRoute(JsonNode each) {
    for (JsonNode route : each.path("route")) {
      String target = route.path("target").asText();
      if (route.path("mask").asInt(-1) == 0 && (target.equals("0.0.0.0") || target.equals("::"))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String address(JsonNode each) {
    String four = Json.text(each.path("ipv4-address").path(0), "address");
    return Words.of(four != null ? four : Json.text(each.path("ipv6-address").path(0), "address"));
  }

  /** Null where the answer holds no list of leases. Those that have ended are none. */
  static @Nullable List<Lease> leases(JsonNode answer, Instant now) {
    if (!answer.path("dhcp_leases").isArray()) {
      return null;
    }
    var leases = new ArrayList<Lease>();
    for (JsonNode lease : answer.path("dhcp_leases")) {
      JsonNode expires = lease.path("expires");
      String address = Words.of(Json.text(lease, "ipaddr"));
      boolean endless = expires.isBoolean() && !expires.booleanValue();
      boolean runs = expires.isIntegralNumber() && expires.asLong() > 0;
      if (address != null && (endless || runs) && leases.size() < MOST_LEASES) {
        leases.add(
            new Lease(
                Words.of(Json.text(lease, "hostname")),
                address,
                Words.of(Json.text(lease, "macaddr")),
                endless
                    ? null
                    : now.plusSeconds(expires.asLong()).truncatedTo(ChronoUnit.SECONDS)));
      }
    }
    leases.sort(Comparator.comparing(lease -> sortable(lease.address())));
    return leases;
  }

  /** 192.168.8.9 comes before 192.168.8.10. */
  private static String sortable(String address) {
    var key = new StringBuilder();
    for (String part : address.split("\\.", -1)) {
      key.append("0".repeat(Math.max(0, 3 - part.length()))).append(part).append('.');
    }
    return key.toString();
  }
}
