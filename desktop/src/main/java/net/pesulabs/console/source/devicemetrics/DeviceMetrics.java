package net.pesulabs.console.source.devicemetrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import net.pesulabs.console.source.cards.CardJudge;
import net.pesulabs.console.source.cards.Dialect;
import net.pesulabs.console.source.cards.Labelled;
import net.pesulabs.console.source.cards.Plausible;
import net.pesulabs.console.source.cards.Told;
import org.jspecify.annotations.Nullable;

/**
 * Reads AMD's device-metrics-exporter (names of 1.0 to 1.5). It is made for Instinct cards; of a
 * Radeon it tells zeros and blanks (its issues 259, 281 and 353), so that a zero counts only where
 * it can be true. Its sizes are called MB and are MiB: of a card with 24560 MiB its issue 259 has
 * 24534 free. For one thread.
 */
public final class DeviceMetrics implements Dialect {

  private static final double MIB = 1 << 20;

  /** A setting of the exporter; the GPU operator of AMD sets the second. */
  private static final List<String> PREFIXES = List.of("", "amd_");

  private static final List<String> FIGURES =
      List.of(
          "gpu_total_vram",
          "gpu_used_vram",
          "gpu_gfx_activity",
          "gpu_edge_temperature",
          "gpu_junction_temperature",
          "gpu_average_package_power",
          "gpu_package_power");

  /** What Docker names a container whose name nobody sets: no name of the machine. */
  private static final Pattern CONTAINER = Pattern.compile("[0-9a-f]{12}");

  private static final Pattern BRACKETS = Pattern.compile(".*\\[(.+)]\\s*");

  private final CardJudge judge = new CardJudge();
  private final String host;

  /**
   * One exporter.
   *
   * @param host who is asked, which names the machine where it does not tell its own name
   */
  public DeviceMetrics(String host) {
    this.host = host;
  }

  /** Whether these are this exporter's figures. */
  public static boolean isSpokenIn(Samples samples) {
    return PREFIXES.stream()
        .anyMatch(prefix ->
            !samples.named(prefix + "gpu_nodes_total").isEmpty()
                || FIGURES.stream().anyMatch(name -> !samples.named(prefix + name).isEmpty()));
  }

  @Override
  public GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    if (!isSpokenIn(samples)) {
      throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourcesNoFigures());
    }
    String prefix =
        PREFIXES.stream()
            .filter(some -> FIGURES.stream().anyMatch(n -> !samples.named(some + n).isEmpty()))
            .findFirst()
            .orElse("");
    Labelled cards = Labelled.of(samples, FIGURES.stream().map(prefix::concat).toList());
    var told = new ArrayList<Told>();
    for (Sample card : cards.cards()) {
      told.add(told(cards, card, prefix));
    }
    List<Card> judged = judge.judge(told, modelIdle);
    var whole = new ArrayList<Card>();
    for (int i = 0; i < judged.size(); i++) {
      whole.add(Violations.on(judged.get(i), cards, cards.cards().get(i), prefix));
    }
    return new GpuNode(hostOf(cards), List.copyOf(whole));
  }

  @Override
  public void pause() {
    judge.pause();
  }

  private static Told told(Labelled cards, Sample card, String prefix) {
    Double total = cards.value(card, prefix + "gpu_total_vram", mb -> Plausible.bytes(mb * MIB));
    Double used = cards.value(card, prefix + "gpu_used_vram", mb -> mb >= 0);
    Double gttTotal = cards.value(card, prefix + "gpu_total_gtt", mb -> Plausible.bytes(mb * MIB));
    Double gttUsed = cards.value(card, prefix + "gpu_used_gtt", mb -> mb >= 0);
    boolean gtt = gttTotal != null && gttUsed != null && gttUsed <= gttTotal;
    return new Told(
        cards.id(card),
        name(card.label("card_series")),
        cards.value(card, prefix + "gpu_gfx_activity", Plausible::percent),
        total != null && used != null && used <= total
            ? new Card.Vram((long) (used * MIB), (long) (total * MIB))
            : null,
        gtt && gttUsed != null ? (Long) (long) (gttUsed * MIB) : null,
        gtt && gttTotal != null ? (Long) (long) (gttTotal * MIB) : null,
        heat(cards, card, prefix + "gpu_edge_temperature"),
        heat(cards, card, prefix + "gpu_junction_temperature"),
        heat(cards, card, prefix + "gpu_memory_temperature"),
        new Card.Power(watts(cards, card, prefix), null),
        Card.Fan.UNKNOWN,
        new Card.Clocks(
            clock(cards, card, prefix, "SYSTEM"), clock(cards, card, prefix, "MEMORY")));
  }

  private static Card.Heat heat(Labelled cards, Sample card, String metric) {
    return new Card.Heat(cards.value(card, metric, Plausible::celsius), null);
  }

  /** Which of the three is filled depends on the card; the average is Radeon's and MI200's. */
  private static @Nullable Double watts(Labelled cards, Sample card, String prefix) {
    for (String name :
        List.of("gpu_package_power", "gpu_average_package_power", "gpu_power_usage")) {
      Double watts = cards.value(card, prefix + name, Plausible::watts);
      if (watts != null) {
        return watts;
      }
    }
    return null;
  }

  /** {@code system}, and in versions before 1.1 {@code GPU_CLOCK_TYPE_SYSTEM}; the fastest core. */
  private static @Nullable Double clock(Labelled cards, Sample card, String prefix, String type) {
    return cards.samplesOf(card, prefix + "gpu_clock").stream()
        .filter(one -> one.label("clock_type").regionMatches(true, start(one, type), type, 0, 6))
        .map(Sample::value)
        .filter(Plausible::megahertz)
        .max(Double::compare)
        .orElse(null);
  }

  private static int start(Sample one, String type) {
    return one.label("clock_type").length() - type.length();
  }

  /** {@code Aqua Vanjaram [Instinct MI300X]} is an {@code Instinct MI300X}. */
  private static @Nullable String name(String series) {
    Matcher brackets = BRACKETS.matcher(series);
    String name = brackets.matches() ? brackets.group(1) : series;
    return name.isBlank() ? null : name.strip();
  }

  private String hostOf(Labelled cards) {
    return Stream.of("hostname", "node")
        .flatMap(label -> cards.cards().stream().map(card -> card.label(label)))
        .filter(name -> !name.isBlank() && !CONTAINER.matcher(name).matches())
        .findFirst()
        .orElse(host);
  }
}
