package net.pesulabs.console.source.nodeexporter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import net.pesulabs.console.source.cards.CardJudge;
import net.pesulabs.console.source.cards.Told;
import org.jspecify.annotations.Nullable;

/**
 * Makes the machine's cards out of a scrape. With several cards, cards and sensor chips are paired
 * in order, for the two collectors share no label (prometheus/node_exporter pull request 3145);
 * where their numbers differ nothing is paired. For one thread.
 */
final class GpuReader {

  private static final String VRAM_SIZE = "node_drm_memory_vram_size_bytes";

  private final CardJudge judge = new CardJudge();
  private final String host;

  /**
   * @param host who is asked, which names the machine where it does not tell its own name
   */
  GpuReader(String host) {
    this.host = host;
  }

  /**
   * The cards of one scrape.
   *
   * @param samples of an exporter whose GPU collector works
   * @param modelIdle whether the model server is at rest; null where it does not tell
   * @throws Failure where a card lacks its memory figures
   */
  GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    List<String> ids = realCards(samples);
    var chips = new AmdChips(samples);
    boolean paired = chips.inOrder().size() == ids.size();
    var told = new ArrayList<Told>();
    for (int i = 0; i < ids.size(); i++) {
      told.add(told(samples, ids.get(i), chips, paired ? chips.inOrder().get(i) : ""));
    }
    return new GpuNode(
        host(samples), judge.judge(told, modelIdle), MachineFigures.of(memory(samples)));
  }

  /** MemAvailable is the kernel's own estimate: see proc_meminfo(5). Free memory is not it. */
  private static MachineFigures.@Nullable Memory memory(Samples samples) {
    Double total = samples.value("node_memory_MemTotal_bytes");
    Double available = samples.value("node_memory_MemAvailable_bytes");
    if (total == null || available == null) {
      return null;
    }
    boolean possible = total > 0 && available >= 0 && available <= total;
    return possible ? new MachineFigures.Memory(available.longValue(), total.longValue()) : null;
  }

  /** A scrape failed: what was seen before it does not count as successive any more. */
  void forget() {
    judge.pause();
  }

  /**
   * Card names in order. An exporter before 1.11.0 also lists an Intel card, as an AMD one with no
   * memory.
   */
  private static List<String> realCards(Samples samples) {
    return samples.named(VRAM_SIZE).stream()
        .filter(sample -> Double.isFinite(sample.value()) && sample.value() > 0)
        .map(sample -> sample.label("card"))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static Told told(Samples samples, String id, AmdChips chips, String chip) throws Failure {
    Double vramTotal = samples.value(VRAM_SIZE, "card", id);
    Double vramUsed = samples.value("node_drm_memory_vram_used_bytes", "card", id);
    if (vramTotal == null || vramUsed == null) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourceNoMemory(id));
    }
    Double gttTotal = samples.value("node_drm_memory_gtt_size_bytes", "card", id);
    Double gttUsed = samples.value("node_drm_memory_gtt_used_bytes", "card", id);
    // A GTT of no size is a file the exporter could not read; then the used amount means nothing.
    boolean gtt = gttTotal != null && gttTotal > 0;
    return new Told(
        id,
        null,
        percent(samples.value("node_drm_gpu_busy_percent", "card", id)),
        new Card.Vram(vramUsed.longValue(), vramTotal.longValue()),
        gtt && gttUsed != null ? (Long) gttUsed.longValue() : null,
        gtt && gttTotal != null ? (Long) gttTotal.longValue() : null,
        heat(chips, chip, "edge"),
        heat(chips, chip, "junction"),
        heat(chips, chip, "mem"),
        new Card.Power(chips.power(chip), chips.powerCap(chip)),
        new Card.Fan(chips.fan(chip), chips.fanMax(chip)),
        new Card.Clocks(chips.megahertz(chip, "sclk"), chips.megahertz(chip, "mclk")));
  }

  private static Card.Heat heat(AmdChips chips, String chip, String label) {
    return new Card.Heat(chips.temperature(chip, label), chips.criticalTemperature(chip, label));
  }

  private String host(Samples samples) {
    return samples.named("node_uname_info").stream()
        .map((Sample sample) -> sample.label("nodename"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(host);
  }

  private static @Nullable Double percent(@Nullable Double value) {
    return value != null && value >= 0 && value <= 100 ? value : null;
  }
}
