package net.pesulabs.console.page.gpu;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the page says first.
 *
 * @param severity how good or bad that is; never fine unless heard now
 * @param headline the state in a few words
 * @param note what explains it; null where nothing needs explaining, or a finding does
 * @param condition of the card that speaks for all; null where none is heard
 * @param hasFigures whether there are figures of a card to show, fresh or old
 */
record GpuStatus(
    Kind kind,
    Severity severity,
    Message headline,
    @Nullable Message note,
    @Nullable CardCondition condition,
    boolean hasFigures) {

  /** What is known of the cards. */
  enum Kind {
    WAITING,
    UNKNOWN,
    STALE,
    NO_CARD,
    /** There was a card, and its machine answers without it. */
    VANISHED,
    HEARD
  }

  /**
   * What to say of a reading.
   *
   * @param found what is found of the hardware now
   */
  static GpuStatus of(Reading<GpuNode> reading, List<Finding> found, Instant now) {
    return switch (reading) {
      case Reading.Unknown<GpuNode> unknown when SourceHealth.isWaiting(unknown) ->
          silent(Kind.WAITING, Severity.BUSY, Msg.readingWaiting(), null);
      case Reading.Unknown<GpuNode> unknown ->
          silent(Kind.UNKNOWN, Severity.UNKNOWN, Msg.gpuUnknownTitle(), unknown.why());
      case Reading.Stale<GpuNode> stale ->
          new GpuStatus(
              Kind.STALE,
              Severity.UNKNOWN,
              Msg.gpuStaleTitle(Quantity.duration(stale.age(now).orElseThrow())),
              stale.why(),
              null,
              !stale.value().cards().isEmpty());
      case Reading.Live<GpuNode> live -> of(live.value(), found);
    };
  }

  /** Of several cards, the one most in need of care, then the busiest, speaks for all. */
  private static GpuStatus of(GpuNode gpu, List<Finding> found) {
    boolean vanished =
        found.stream()
            .anyMatch(each -> CardCondition.ofCause(each.cause()) == CardCondition.VANISHED);
    if (gpu.cards().isEmpty()) {
      return vanished
          ? new GpuStatus(
              Kind.VANISHED,
              CardCondition.VANISHED.severity(),
              CardCondition.VANISHED.title(),
              CardCondition.VANISHED.explanation(),
              CardCondition.VANISHED,
              false)
          : silent(
              Kind.NO_CARD, Severity.UNKNOWN, Msg.gpuNoCard(gpu.host()), Msg.gpuStatesNoCardWhy());
    }
    CardCondition worst =
        gpu.cards().stream()
            .map(card -> CardCondition.of(card, GpuHealth.about(gpu, card, found)))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return of(vanished ? CardCondition.VANISHED : worst);
  }

  /** Of a card in this condition. */
  static GpuStatus of(CardCondition condition) {
    return new GpuStatus(
        Kind.HEARD,
        condition.severity(),
        condition.title(),
        condition.severity().wantsCare() ? null : condition.explanation(),
        condition,
        true);
  }

  /** Of one card of several. */
  static GpuStatus of(GpuNode gpu, Card card, List<Finding> found) {
    return of(CardCondition.of(card, GpuHealth.about(gpu, card, found)));
  }

  private static GpuStatus silent(
      Kind kind, Severity severity, Message headline, @Nullable Message note) {
    return new GpuStatus(kind, severity, headline, note, null, false);
  }
}
