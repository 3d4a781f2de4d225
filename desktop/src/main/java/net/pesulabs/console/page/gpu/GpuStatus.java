package net.pesulabs.console.page.gpu;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.health.Health;
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
 * @param note what explains it; null where nothing needs explaining
 */
record GpuStatus(Kind kind, Severity severity, Message headline, @Nullable Message note) {

  /** The states that are told apart. */
  enum Kind {
    WAITING,
    UNKNOWN,
    STALE,
    NO_CARD,
    WORKING,
    IDLE,
    PHANTOM_BUSY,
    ASLEEP
  }

  static GpuStatus of(Reading<GpuNode> reading, Instant now) {
    return switch (reading) {
      case Reading.Unknown<GpuNode> unknown when SourceHealth.isWaiting(unknown) ->
          new GpuStatus(Kind.WAITING, Severity.BUSY, Msg.readingWaiting(), null);
      case Reading.Unknown<GpuNode> unknown ->
          new GpuStatus(Kind.UNKNOWN, Severity.UNKNOWN, Msg.gpuUnknownTitle(), unknown.why());
      case Reading.Stale<GpuNode> stale ->
          new GpuStatus(
              Kind.STALE,
              Severity.UNKNOWN,
              Msg.gpuStaleTitle(Quantity.duration(stale.age(now).orElseThrow())),
              stale.why());
      case Reading.Live<GpuNode> live -> of(live.value());
    };
  }

  /** Of several cards, the one most in need of care, then the busiest, speaks for all. */
  private static GpuStatus of(GpuNode gpu) {
    return gpu.cards().stream()
        .map(GpuStatus::of)
        .max(
            Comparator.comparing(GpuStatus::severity)
                .thenComparing(GpuStatus::kind, Comparator.reverseOrder()))
        .orElseGet(
            () -> new GpuStatus(Kind.NO_CARD, Severity.UNKNOWN, Msg.gpuNoCard(gpu.host()), null));
  }

  static GpuStatus of(Card card) {
    Kind kind =
        switch (card.state()) {
          case BUSY -> Kind.WORKING;
          case IDLE -> Kind.IDLE;
          case PHANTOM_BUSY -> Kind.PHANTOM_BUSY;
          case ASLEEP -> Kind.ASLEEP;
        };
    Health health = GpuHealth.of(card);
    boolean careNeeded = health.severity().compareTo(Severity.WARNING) >= 0;
    return new GpuStatus(
        kind, health.severity(), words(kind), careNeeded ? health.text() : note(kind));
  }

  private static Message words(Kind kind) {
    return switch (kind) {
      case WORKING -> Msg.gpuHealthBusy();
      case PHANTOM_BUSY -> Msg.gpuHealthPhantomBusy();
      case ASLEEP -> Msg.gpuAsleep();
      default -> Msg.gpuHealthIdle();
    };
  }

  private static @Nullable Message note(Kind kind) {
    return switch (kind) {
      case PHANTOM_BUSY -> Msg.gpuPhantomNote();
      case ASLEEP -> Msg.gpuAsleepNote();
      default -> null;
    };
  }

  /** Whether there are figures to show, fresh or old. */
  boolean hasFigures() {
    return !List.of(Kind.WAITING, Kind.UNKNOWN, Kind.NO_CARD).contains(kind);
  }
}
