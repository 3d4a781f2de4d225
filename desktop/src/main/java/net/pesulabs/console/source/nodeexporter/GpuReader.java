package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import net.pesulabs.console.source.cards.CardJudge;
import net.pesulabs.console.source.cards.Told;
import org.jspecify.annotations.Nullable;

/**
 * Makes the machine and its cards out of a scrape. With several cards, cards and sensor chips are
 * paired in order, for the two collectors share no label (prometheus/node_exporter pull request
 * 3145); where their numbers differ nothing is paired. For one thread.
 */
final class GpuReader {

  static final String VRAM_SIZE = "node_drm_memory_vram_size_bytes";

  /** As the kernel names them. */
  private static final Pattern CARD = Pattern.compile("card\\d{1,3}");

  private final MachineReader machine;
  private final String address;
  private CardJudge judge = new CardJudge();
  private String host = "";

  /**
   * A machine.
   *
   * @param address who is asked, which names the machine where it does not tell its own name
   * @param clock of this computer
   */
  GpuReader(String address, Clock clock) {
    this.address = address;
    this.machine = new MachineReader(clock);
  }

  /** One scrape in which everything was asked for. */
  GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    return read(samples, modelIdle, true);
  }

  /**
   * One scrape.
   *
   * @param samples of an exporter whose GPU collector works
   * @param modelIdle whether the model server is at rest; null where it does not tell
   * @param sensorsAsked whether the sensors' collector was asked, and answered
   * @throws Failure where a card lacks its memory figures
   */
  GpuNode read(Samples samples, @Nullable Boolean modelIdle, boolean sensorsAsked) throws Failure {
    List<String> ids = realCards(samples);
    var chips = new Chips(samples);
    var sensors = new AmdChips(chips);
    List<String> inOrder = sensors.inOrder();
    boolean paired = inOrder.size() == ids.size();
    var told = new ArrayList<Told>();
    for (int i = 0; i < ids.size(); i++) {
      told.add(told(samples, ids.get(i), sensors, paired ? inOrder.get(i) : ""));
    }
    String name = host(samples);
    if (!host.equals(name)) { // another machine answers
      forget();
      judge = new CardJudge();
      host = name;
    }
    List<Card> cards = judge.judge(told, modelIdle, sensorsAsked);
    return new GpuNode(name, cards, machine.read(samples, chips));
  }

  /** A scrape failed: what was seen before it does not count as successive any more. */
  void forget() {
    judge.pause();
    machine.forget();
  }

  /**
   * Card names in order. An exporter before 1.11.0 also lists an Intel card, as an AMD one with no
   * memory.
   */
  private static List<String> realCards(Samples samples) {
    return samples.named(VRAM_SIZE).stream()
        .filter(sample -> sample.value() != 0)
        .map(sample -> sample.label("card"))
        .filter(CARD.asMatchPredicate())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static Told told(Samples samples, String id, AmdChips sensors, String chip)
      throws Failure {
    Long gttTotal = bytes(samples, "node_drm_memory_gtt_size_bytes", id);
    Long gttUsed = bytes(samples, "node_drm_memory_gtt_used_bytes", id);
    // A GTT of no size is a file the exporter could not read; then the used amount means nothing.
    boolean gtt = gttTotal != null && gttTotal > 0 && gttUsed != null && gttUsed <= gttTotal;
    return new Told(
        id,
        null,
        Plausible.percent(samples.value("node_drm_gpu_busy_percent", "card", id)),
        vram(samples, id),
        gtt ? gttUsed : null,
        gtt ? gttTotal : null,
        sensors.heat(chip, "edge"),
        sensors.heat(chip, "junction"),
        sensors.heat(chip, "mem"),
        sensors.power(chip),
        sensors.fan(chip),
        sensors.clocks(chip));
  }

  private static Card.Vram vram(Samples samples, String id) throws Failure {
    Long total = bytes(samples, VRAM_SIZE, id);
    Long used = bytes(samples, "node_drm_memory_vram_used_bytes", id);
    if (total == null || total == 0 || used == null || used > total) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourceNoMemory(id));
    }
    return new Card.Vram(used, total);
  }

  private static @Nullable Long bytes(Samples samples, String metric, String card) {
    return Plausible.bytes(samples.value(metric, "card", card));
  }

  private String host(Samples samples) {
    return samples.named("node_uname_info").stream()
        .map((Sample sample) -> Plausible.name(sample.label("nodename")))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(address);
  }
}
