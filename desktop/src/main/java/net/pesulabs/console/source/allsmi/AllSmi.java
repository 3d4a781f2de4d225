package net.pesulabs.console.source.allsmi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Reads all-smi (names of 0.7 to 0.25). Its documentation labels the cards {@code gpu_index} and
 * {@code gpu_name}, the program {@code gpu}, {@code gpu_uuid} and {@code gpu_index}, earlier ones
 * {@code uuid} and {@code index}: none is counted on. Until 0.24 it says 0 for what it could not
 * read. For one thread.
 */
public final class AllSmi implements Dialect {

  private static final String GPU = "all_smi_gpu_";

  private static final List<String> FIGURES =
      List.of(
          GPU + "memory_total_bytes",
          GPU + "utilization",
          GPU + "temperature_celsius",
          GPU + "power_consumption_watts");

  /** How it writes a figure into a label of {@code all_smi_gpu_info}. */
  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) (?:W|MHz|RPM)");

  private final CardJudge judge = new CardJudge();
  private final String host;

  /**
   * One all-smi.
   *
   * @param host who is asked, which names the machine where it does not tell its own name
   */
  public AllSmi(String host) {
    this.host = host;
  }

  /** Whether these are its figures. */
  public static boolean isSpokenIn(Samples samples) {
    return samples.anyNamed("all_smi_");
  }

  @Override
  public GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    Double up = samples.named("all_smi_up").stream().map(Sample::value).findFirst().orElse(null);
    if (!isSpokenIn(samples) || (up != null && up == 0)) {
      throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourcesNoFigures());
    }
    Labelled cards = Labelled.of(samples, FIGURES);
    var told = new ArrayList<Told>();
    for (Sample card : cards.cards()) {
      told.add(told(cards, card));
    }
    return new GpuNode(
        Machine.host(samples, host), judge.judge(told, modelIdle), Machine.read(samples));
  }

  @Override
  public void pause() {
    judge.pause();
  }

  private static Told told(Labelled cards, Sample card) {
    Double total = cards.value(card, GPU + "memory_total_bytes", Plausible::bytes);
    Double used = cards.value(card, GPU + "memory_used_bytes", value -> value >= 0);
    Double slowdown =
        cards.value(card, GPU + "temperature_threshold_slowdown_celsius", Plausible::celsius);
    return new Told(
        cards.id(card),
        name(cards, card),
        cards.value(card, GPU + "utilization", Plausible::percent),
        total != null && used != null && used <= total
            ? new Card.Vram(used.longValue(), total.longValue())
            : null,
        null,
        null,
        new Card.Heat(cards.value(card, GPU + "temperature_celsius", Plausible::celsius), slowdown),
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        new Card.Power(
            cards.value(card, GPU + "power_consumption_watts", Plausible::watts),
            either(cards, card, "power_limit_current_watts", "power_cap", Plausible::watts)),
        new Card.Fan(either(cards, card, "fan_speed_rpm", "fan_speed", Plausible::rpm), null),
        new Card.Clocks(
            cards.value(card, GPU + "frequency_mhz", Plausible::megahertz),
            inInfo(cards, card, "memory_clock", Plausible::megahertz)));
  }

  private static @Nullable String name(Labelled cards, Sample card) {
    for (String label : List.of("gpu", "gpu_name")) {
      String name = card.label(label).strip();
      if (!name.isEmpty() && !name.matches("[0-9]+|Unknown GPU")) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable Double either(
      Labelled cards, Sample card, String metric, String label, DoublePredicate possible) {
    Double value = cards.value(card, GPU + metric, possible);
    return value != null ? value : inInfo(cards, card, label, possible);
  }

  private static @Nullable Double inInfo(
      Labelled cards, Sample card, String label, DoublePredicate possible) {
    for (Sample info : cards.samplesOf(card, GPU + "info")) {
      Matcher told = WITH_UNIT.matcher(info.label(label));
      if (told.matches() && possible.test(Double.parseDouble(told.group(1)))) {
        return Double.parseDouble(told.group(1));
      }
    }
    return null;
  }
}
