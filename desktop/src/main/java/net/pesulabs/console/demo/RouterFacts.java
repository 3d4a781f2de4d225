package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a GL-MT2500 in a quiet house tells of itself, in the words of OpenWRT. */
final class RouterFacts {

  private static final long MEMORY = 1_035_902_976L;
  private static final Duration UP_BEFORE = Duration.ofHours(240);
  private static final Duration WAN_UP_BEFORE = Duration.ofHours(119);

  private final Faults faults;
  private final Clock clock;
  private final Instant started;
  private final Instant online;

  RouterFacts(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
    this.started = clock.instant().minus(UP_BEFORE);
    this.online = clock.instant().minus(WAN_UP_BEFORE);
  }

  Obj board() {
    return Json.object("kernel", "6.6.110", "hostname", "GL-MT2500")
        .with("system", "ARMv8 Processor rev 4")
        .with("model", "GL.iNet GL-MT2500")
        .with("board_name", "glinet,gl-mt2500")
        .with(
            "release",
            Json.object("distribution", "OpenWrt", "version", "24.10.4")
                .with("revision", "r28959-29397011cb")
                .with("target", "mediatek/filogic")
                .with("description", "OpenWrt 24.10.4 r28959-29397011cb"));
  }

  Obj info() {
    double load = load();
    return Json.object("localtime", clock.instant().getEpochSecond(), "uptime", up(started))
        .with(
            "load",
            Json.array(
                Math.round(load * 65536), Math.round(load * 59000), Math.round(load * 52000)))
        .with(
            "memory",
            Json.object("total", MEMORY, "free", free())
                .with("shared", 8_192_000)
                .with("buffered", 20_480_000)
                .with("available", available())
                .with("cached", 150_000_000));
  }

  Obj interfaces() {
    ArrayNode all =
        Json.array(
            Json.object("interface", "lan", "up", true)
                .with("uptime", up(started))
                .with("l3_device", "br-lan")
                .with("proto", "static")
                .with("ipv4-address", Json.array(Json.object("address", "192.168.8.1", "mask", 24)))
                .with("route", Json.array()));
    all.add(faults.has(Fault.WAN_DOWN) ? wanDown() : wanUp());
    return Json.object("interface", all);
  }

  private static JsonNode wanDown() {
    return Json.object("interface", "wan", "up", false)
        .with("pending", true)
        .with("available", true)
        .with("proto", "dhcp")
        .with("device", "eth0");
  }

  private JsonNode wanUp() {
    return Json.object("interface", "wan", "up", true)
        .with("uptime", up(online))
        .with("l3_device", "eth0")
        .with("proto", "dhcp")
        .with("metric", 10)
        .with("ipv4-address", Json.array(Json.object("address", "203.0.113.7", "mask", 24)))
        .with(
            "route",
            Json.array(Json.object("target", "0.0.0.0", "mask", 0).with("nexthop", "203.0.113.1")));
  }

  Obj leases() {
    long day = Duration.ofHours(12).toSeconds();
    long gone = Duration.between(started, clock.instant()).toSeconds();
    return Json.object(
        "dhcp_leases",
        Json.array(
            lease("asuna", "02:00:00:00:00:14", "192.168.8.20", false),
            lease("pesubuntu", "02:00:00:00:00:81", "192.168.8.129", false),
            lease("mama-portatil", "02:00:00:00:00:a1", "192.168.8.141", day - gone % day),
            lease("movil-papa", "02:00:00:00:00:a2", "192.168.8.142", day - (gone + 9000) % day),
            lease("tele", "02:00:00:00:00:a3", "192.168.8.150", day - (gone + 20000) % day)),
        "dhcp6_leases",
        Json.array());
  }

  private static Obj lease(String host, String mac, String address, Object expires) {
    return Json.object("expires", expires, "hostname", host)
        .with("macaddr", mac)
        .with("ipaddr", address);
  }

  /** As prometheus-node-exporter-lua writes it: TYPE lines alone, nothing escaped. */
  String metrics() {
    double load = load();
    var page = new StringBuilder();
    gauge(page, "node_nf_conntrack_entries", Wander.between(240, 420, 40, clock.instant()));
    gauge(page, "node_nf_conntrack_entries_limit", 16_384);
    gauge(page, "node_boot_time_seconds", started.getEpochSecond());
    gauge(page, "node_load1", load);
    gauge(page, "node_load5", load * 0.9);
    gauge(page, "node_load15", load * 0.8);
    gauge(page, "node_memory_MemTotal_bytes", MEMORY);
    gauge(page, "node_memory_MemFree_bytes", free());
    gauge(page, "node_memory_MemAvailable_bytes", available());
    page.append("# TYPE node_network_receive_bytes_total counter\n");
    device(page, "receive", "eth0", 61_000);
    device(page, "receive", "br-lan", 9_000);
    page.append("# TYPE node_network_transmit_bytes_total counter\n");
    device(page, "transmit", "eth0", 8_500);
    device(page, "transmit", "br-lan", 60_000);
    page.append("# TYPE node_openwrt_info gauge\n")
        .append("node_openwrt_info{board_name=\"glinet,gl-mt2500\",id=\"OpenWrt\",")
        .append("model=\"GL.iNet GL-MT2500\",release=\"24.10.4\",revision=\"r28959-29397011cb\",")
        .append("system=\"ARMv8 Processor rev 4\",target=\"mediatek/filogic\"} 1\n")
        .append("# TYPE node_thermal_zone_temp gauge\n")
        .append("node_thermal_zone_temp{policy=\"step_wise\",type=\"cpu-thermal\",zone=\"0\"} ")
        .append(number(Wander.between(47, 55, 60, clock.instant())))
        .append('\n');
    gauge(page, "node_time_seconds", clock.instant().getEpochSecond());
    return page.toString();
  }

  private void device(StringBuilder page, String way, String device, long perSecond) {
    page.append(
        "node_network_%s_bytes_total{device=\"%s\"} %d%n"
            .formatted(way, device, perSecond * up(started))
            .replace("\r", ""));
  }

  private static void gauge(StringBuilder page, String name, double value) {
    page.append("# TYPE ").append(name).append(" gauge\n").append(name).append(' ');
    page.append(number(value)).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private double load() {
    return Wander.between(0.06, 0.34, 45, clock.instant());
  }

  private long available() {
    return (long) Wander.between(690e6, 710e6, 90, clock.instant());
  }

  private long free() {
    return available() - 170_480_000;
  }

  private long up(Instant since) {
    return Duration.between(since, clock.instant()).toSeconds();
  }
}
