package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * The graphics cards and the machine that has them in {@code status --json}; described in
 * docs/status-json.md.
 */
final class GpuJson {

  private final Reading<GpuNode> reading;
  private final List<Finding> found;
  private final Language language;

  GpuJson(Reading<GpuNode> reading, List<Finding> found, Language language) {
    this.reading = reading;
    this.found = found;
    this.language = language;
  }

  void cards(ArrayNode gpus) {
    reading
        .known()
        .ifPresent(gpu -> gpu.cards().forEach(card -> card(gpus.addObject(), gpu, card)));
    if (reading.known().isEmpty()) {
      ObjectNode node = gpus.addObject();
      node.putNull("node");
      node.putNull("card");
      node.put("state", reading.freshness().id());
      reason(node);
      node.putNull("condition");
      node.put("text", SourceHealth.of(reading).text().in(language));
      figures(node, null);
    }
  }

  private void card(ObjectNode node, GpuNode gpu, Card card) {
    node.put("node", gpu.host());
    node.put("card", card.id());
    node.put("state", reading.isLive() ? id(card.state()) : reading.freshness().id());
    reason(node);
    CardCondition condition =
        reading.isLive() ? CardCondition.of(card, GpuHealth.about(gpu, card, found)) : null;
    node.put("condition", condition == null ? null : condition.id());
    node.put(
        "text",
        (condition == null ? SourceHealth.of(reading).text() : condition.title()).in(language));
    figures(node, card);
  }

  private static void figures(ObjectNode node, @Nullable Card told) {
    Card card = told != null ? told : Card.bare("", GpuNode.CardState.ASLEEP, null, null);
    Card.Gtt gtt = card.gtt();
    node.put("name", card.name());
    node.put("busy_percent", card.busyPercent());
    node.put("vram_used_bytes", card.vramUsedBytes());
    node.put("vram_total_bytes", card.vramTotalBytes());
    node.put("gtt_used_bytes", card.gttUsedBytes());
    node.put("gtt_total_bytes", gtt == null ? null : gtt.totalBytes());
    node.put("spilled_bytes", gtt == null ? null : (Long) gtt.spilledBytes());
    node.put("temperature_c", card.junction().celsius());
    node.put("temperature_limit_c", card.junction().limitCelsius());
    node.put("edge_c", card.edge().celsius());
    node.put("edge_limit_c", card.edge().limitCelsius());
    node.put("memory_c", card.memory().celsius());
    node.put("memory_limit_c", card.memory().limitCelsius());
    node.put("power_w", card.power().watts());
    node.put("power_cap_w", card.power().capWatts());
    node.put("fan_rpm", card.fan().rpm());
    node.put("fan_max_rpm", card.fan().maxRpm());
    node.put("core_mhz", card.clocks().coreMegahertz());
    node.put("memory_mhz", card.clocks().memoryMegahertz());
    node.put("throttle", card.throttle() == null ? null : id(card.throttle()));
  }

  /** The machine as it was heard last; all null while it was never heard. */
  void machine(ObjectNode node) {
    MachineFigures figures = reading.known().map(GpuNode::machine).orElse(MachineFigures.UNKNOWN);
    MachineFigures.Memory memory = figures.memory();
    node.put("node", reading.known().map(GpuNode::host).orElse(null));
    node.put("state", reading.freshness().id());
    reason(node);
    node.put("cpu_percent", figures.cpuPercent());
    node.put("cpus", figures.cpus());
    node.put("load_1", figures.load1());
    node.put("memory_total_bytes", memory == null ? null : (Long) memory.totalBytes());
    node.put("memory_available_bytes", memory == null ? null : (Long) memory.availableBytes());
    node.put(
        "booted_at",
        figures.bootedAt() == null
            ? null
            : figures.bootedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    ArrayNode disks = node.putArray("disks");
    for (MachineFigures.Disk disk : figures.disks()) {
      ObjectNode each = disks.addObject();
      each.put("mount", disk.mount());
      each.put("device", disk.device());
      each.put("total_bytes", disk.totalBytes());
      each.put("available_bytes", disk.availableBytes());
    }
    ArrayNode links = node.putArray("links");
    for (MachineFigures.Link link : figures.links()) {
      ObjectNode each = links.addObject();
      each.put("device", link.device());
      each.put("received_bytes_per_second", link.receivedBytesPerSecond());
      each.put("sent_bytes_per_second", link.sentBytesPerSecond());
    }
    ArrayNode temperatures = node.putArray("temperatures");
    for (MachineFigures.Temperature temperature : figures.temperatures()) {
      ObjectNode each = temperatures.addObject();
      each.put("part", temperature.part());
      each.put("processor", temperature.processor());
      each.put("celsius", temperature.celsius());
      each.put("limit_c", temperature.limitCelsius());
    }
  }

  private void reason(ObjectNode node) {
    node.put("reason", reading.problem().map(why -> why.in(language)).orElse(null));
  }

  private static String id(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
