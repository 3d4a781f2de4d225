package net.pesulabs.console.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** node_exporter 1.9.0 on the compute node, phantom card and all. */
final class PretendExporter implements HttpHandler {

  private static final String FORMAT =
      "text/plain; version=0.0.4; charset=utf-8; escaping=underscores";

  private static final String ROOT_DISK_AVAILABLE =
      "node_filesystem_avail_bytes{device=\"/dev/nvme0n1p2\",device_error=\"\",fstype=\"ext4\",mountpoint=\"/\"}";

  private static final Set<String> DISABLED =
      Set.of(
          "buddyinfo",
          "cgroups",
          "drbd",
          "ethtool",
          "interrupts",
          "ksmd",
          "lnstat",
          "logind",
          "meminfo_numa",
          "mountstats",
          "network_route",
          "ntp",
          "perf",
          "processes",
          "qdisc",
          "runit",
          "slabinfo",
          "softirqs",
          "supervisord",
          "swap",
          "sysctl",
          "tcpstat",
          "wifi",
          "xfrm",
          "zoneinfo");

  // Where the collector's name is not the word after node_.
  private static final Map<String, String> COLLECTORS =
      Map.ofEntries(
          Map.entry("boot", "stat"),
          Map.entry("context", "stat"),
          Map.entry("disk", "diskstats"),
          Map.entry("forks", "stat"),
          Map.entry("intr", "stat"),
          Map.entry("load1", "loadavg"),
          Map.entry("load5", "loadavg"),
          Map.entry("load15", "loadavg"),
          Map.entry("memory", "meminfo"),
          Map.entry("network", "netdev"),
          Map.entry("nf", "conntrack"),
          Map.entry("procs", "stat"),
          Map.entry("udp", "udp_queues"));

  private static final Set<Fault> DRM_IS_OFF = Set.of(Fault.DRM_OFF, Fault.DRM_OFF_BUT_PROMETHEUS);

  private final PromText page = new PromText(Json.resource("node_exporter.prom"));
  private final PretendCard card;
  private final CardFaults cardFaults;
  private final PretendMachine machine;
  private final Faults faults;
  private final Set<String> enabled;
  private final AtomicLong scrapes = new AtomicLong();

  PretendExporter(PretendCard card, CardFaults cardFaults, PretendMachine machine, Faults faults) {
    this.card = card;
    this.cardFaults = cardFaults;
    this.machine = machine;
    this.faults = faults;
    String prefix = "node_scrape_collector_success{collector=\"";
    this.enabled =
        page.render(Map.of(), "node_scrape_collector_success"::equals, series -> true)
            .lines()
            .filter(line -> line.startsWith(prefix))
            .map(line -> line.substring(prefix.length(), line.indexOf('"', prefix.length())))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      if (!call.path().equals("/metrics") || faults.has(Fault.EXPORTER_REPLACED)) {
        call.text(200, "text/html; charset=utf-8", Json.resource("node_exporter.html"));
        return;
      }
      if (faults.has(Fault.GPU_LOGIN)) {
        call.set("WWW-Authenticate", "Basic");
        call.text(401, "text/plain; charset=utf-8", "Unauthorized\n");
        return;
      }
      List<String> wanted = call.queries("collect[]");
      for (String collector : wanted) {
        boolean off = collector.equals("drm") && faults.hasAny(DRM_IS_OFF);
        if (off || !enabled.contains(collector)) {
          String why = off || DISABLED.contains(collector) ? "disabled" : "missing";
          call.text(
              400,
              "text/plain; charset=utf-8",
              "Couldn't create filtered metrics handler: couldn't create collector: %s collector: %s"
                  .formatted(why, collector));
          return;
        }
      }
      send(call, scrape(wanted, faults.hasAny(DRM_IS_OFF)).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** All figures, as an exporter tells them whose collectors are on. */
  String whole() {
    return scrape(List.of(), false);
  }

  private String scrape(List<String> wanted, boolean drmOff) {
    Map<String, Double> values = new HashMap<>(machine.look());
    values.putAll(cardFaults.ail(card.look()));
    values.putAll(cardFaults.collectors());
    if (faults.has(Fault.DISK_NEARLY_FULL)) {
      values.put(ROOT_DISK_AVAILABLE, 5.7982058496e10); // of 982 GB
    }
    values.put(
        "promhttp_metric_handler_requests_total{code=\"200\"}", (double) scrapes.getAndIncrement());
    Predicate<String> metrics = metric -> wanted.isEmpty() || isOf(wanted, metric);
    Predicate<String> series =
        line ->
            !cardFaults.hides(line)
                && !(drmOff && line.matches("node_drm_.*|.*\"drm\".*"))
                && (wanted.isEmpty()
                    || !line.startsWith("node_scrape_collector")
                    || wanted.contains(line.replaceAll(".*collector=\"|\".*", "")));
    PromText now = cardFaults.added().isEmpty() ? page : page.with(cardFaults.added());
    return now.render(values, metrics, series);
  }

  /** The exporter's own metrics come whatever was asked for. */
  private static boolean isOf(List<String> wanted, String metric) {
    if (!metric.startsWith("node_") || metric.matches("node_(exporter|scrape)_.*")) {
      return true;
    }
    String word = metric.split("_", 3)[1];
    return wanted.contains(COLLECTORS.getOrDefault(word, word));
  }

  private static void send(Call call, byte[] page) throws IOException {
    boolean zip = call.header("Accept-Encoding").contains("gzip");
    if (zip) {
      call.set("Content-Encoding", "gzip");
    }
    byte[] body = zip ? zipped(page) : page;
    try (OutputStream out = call.stream(200, FORMAT)) {
      out.write(body);
    }
  }

  private static byte[] zipped(byte[] page) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(page);
    }
    return bytes.toByteArray();
  }
}
