package net.pesulabs.console.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a graphics card's figures mean. That it draws all the power it may is no finding: a card at
 * full load does.
 */
public final class GpuHealth {

  static final String HOT = "gpu-hot";
  static final String SLOWED = "gpu-slowed-by-heat";
  static final String FAN_STOPPED = "gpu-fan-stopped";
  static final String SPILLING = "vram-spilling";
  static final String NEARLY_FULL = "vram-full";
  static final String VANISHED = "gpu-vanished";
  static final String MISSING = "gpu-missing";

  /** Closer than this to its own limit, a card starts to slow itself down. */
  private static final double HOT_WITHIN_CELSIUS = 5;

  /** What was hot is so until it is clearly cooler: a figure that wavers tells one thing. */
  private static final double STILL_HOT_WITHIN_CELSIUS = 10;

  private static final double NEARLY_FULL_PERCENT = 95;
  private static final double STILL_NEARLY_FULL_PERCENT = 92;

  /** Fans stand still up to some 60 °C; this close to a limit of 100 and more they never do. */
  private static final double FAN_NEEDED_WITHIN_CELSIUS = 15;

  /** The same, of a card that tells no limit. */
  private static final double FAN_NEEDED_CELSIUS = 85;

  private GpuHealth() {}

  /** The card as it is at this moment; {@link HouseHealth#hardware()} also knows what it was. */
  public static Health of(Card card) {
    List<Finding> found =
        diagnose(card, Set.of()).stream()
            .map(diagnosis -> diagnosis.finding("", diagnosis.text()))
            .toList();
    CardCondition condition = CardCondition.of(card, found);
    return new Health(condition.severity(), condition.title());
  }

  /** The name that findings call a card by. */
  public static String object(GpuNode node, Card card) {
    return object(node.host(), card.id());
  }

  /** Of these findings the ones about a card. */
  public static List<Finding> about(GpuNode node, Card card, List<Finding> found) {
    String object = object(node, card);
    return found.stream().filter(finding -> finding.object().equals(object)).toList();
  }

  static String object(String host, String card) {
    return "gpu/" + host + "/" + card;
  }

  /**
   * All that is wrong with a card.
   *
   * @param held the causes that were found of it a moment ago, which end later than they begin
   */
  static List<Diagnosis> diagnose(Card card, Set<String> held) {
    var found = new ArrayList<Diagnosis>();
    Warmth warmest = Warmth.closest(card).orElse(null);
    fan(card, warmest, found);
    heat(card, warmest, held, found);
    memory(card, held, found);
    return found;
  }

  private static void fan(Card card, @Nullable Warmth warmest, List<Diagnosis> found) {
    Double rpm = card.fan().rpm();
    Double celsius = warmest != null ? (Double) warmest.celsius() : card.edge().celsius();
    if (rpm == null || rpm > 0 || celsius == null) {
      return;
    }
    boolean needed =
        warmest != null
            ? warmest.room() <= FAN_NEEDED_WITHIN_CELSIUS
            : celsius >= FAN_NEEDED_CELSIUS;
    if (!needed) {
      return;
    }
    List<String> evidence = new ArrayList<>(List.of("fan_rpm=0"));
    evidence.addAll(warmest == null ? List.of("edge=" + celsius) : evidence(warmest));
    found.add(
        Diagnosis.of(
            FAN_STOPPED,
            Severity.WARNING,
            Msg.gpuStatesFanFound(Quantity.celsius(celsius)),
            Msg.gpuStatesFanAdvice(),
            evidence,
            null));
  }

  private static void heat(
      Card card, @Nullable Warmth warmest, Set<String> held, List<Diagnosis> found) {
    if (card.throttle() == Card.Throttle.HEAT) {
      var evidence = new ArrayList<>(List.of("throttle=heat"));
      if (warmest != null) {
        evidence.addAll(evidence(warmest));
      }
      found.add(
          Diagnosis.of(
              SLOWED,
              Severity.WARNING,
              warmest == null
                  ? Msg.gpuStatesSlowed()
                  : Msg.gpuStatesSlowedFound(
                      warmest.part(),
                      Quantity.celsius(warmest.celsius()),
                      Quantity.celsius(warmest.limitCelsius())),
              Msg.adviceGpuHot(),
              evidence,
              null));
    }
    double within = held.contains(HOT) ? STILL_HOT_WITHIN_CELSIUS : HOT_WITHIN_CELSIUS;
    if (warmest != null && warmest.room() <= within) {
      found.add(
          Diagnosis.of(
              HOT,
              Severity.WARNING,
              Msg.gpuStatesHotFound(
                  warmest.part(),
                  Quantity.celsius(warmest.celsius()),
                  Quantity.celsius(warmest.limitCelsius())),
              Msg.adviceGpuHot(),
              evidence(warmest),
              null));
    }
  }

  private static void memory(Card card, Set<String> held, List<Diagnosis> found) {
    Card.Vram vram = card.vram();
    Card.Gtt gtt = card.gtt();
    if (gtt != null && gtt.spilledBytes() > 0) {
      var evidence =
          new ArrayList<>(
              List.of("spilled_bytes=" + gtt.spilledBytes(), "gtt_used_bytes=" + gtt.usedBytes()));
      if (vram != null) {
        evidence.addAll(evidence(vram));
      }
      found.add(
          Diagnosis.of(
              SPILLING,
              Severity.WARNING,
              Msg.gpuStatesSpillingFound(Quantity.bytes(gtt.spilledBytes())),
              Msg.gpuStatesSpillingAdvice(),
              evidence,
              null));
    }
    double from = held.contains(NEARLY_FULL) ? STILL_NEARLY_FULL_PERCENT : NEARLY_FULL_PERCENT;
    if (vram != null && vram.percent() > from) {
      found.add(
          Diagnosis.of(
              NEARLY_FULL,
              Severity.WARNING,
              Msg.gpuHealthVramFull(Quantity.percent(vram.percent())),
              Msg.adviceVramFull(),
              evidence(vram),
              null));
    }
  }

  /**
   * What goes without saying beside another: who slows down for heat is hot, who spills is full.
   */
  static boolean goesWithoutSaying(String cause, Set<String> all) {
    return (cause.equals(HOT) && all.contains(SLOWED))
        || (cause.equals(NEARLY_FULL) && all.contains(SPILLING));
  }

  /** A card that was there is not any more, though its machine answers. */
  static Diagnosis vanished(String card) {
    return Diagnosis.of(
        VANISHED,
        Severity.CRITICAL,
        Msg.gpuStatesVanishedFound(card),
        Msg.gpuStatesVanishedAdvice(),
        List.of("card=" + card),
        null);
  }

  /** The settings name a card, and its machine has none. */
  static Diagnosis missing(String host, String expected) {
    return Diagnosis.of(
        MISSING,
        Severity.WARNING,
        Msg.gpuStatesMissingFound(host, expected),
        Msg.doctorCardNoneFix(),
        List.of("cards=0", "gpu.card.name=" + expected),
        null);
  }

  private static List<String> evidence(Warmth warmth) {
    return List.of(warmth.name() + "=" + warmth.celsius(), "crit=" + warmth.limitCelsius());
  }

  private static List<String> evidence(Card.Vram vram) {
    return List.of("vram_used_bytes=" + vram.usedBytes(), "vram_size_bytes=" + vram.totalBytes());
  }
}
