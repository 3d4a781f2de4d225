package net.pesulabs.console.health;

import java.util.Collection;
import java.util.Locale;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The one condition that speaks for a graphics card. In rising order: of several that hold, the
 * last one here.
 */
public enum CardCondition {
  /** Or it cannot be told from idle: it says 0 % and nothing of its sensors. */
  ASLEEP(Severity.FINE),
  IDLE(Severity.FINE),
  PHANTOM_BUSY(Severity.FINE),
  WORKING(Severity.FINE),
  /** As fast as its power allows, which is what a card is made for. */
  AT_POWER_LIMIT(Severity.FINE),
  VRAM_FULL(Severity.WARNING),
  SPILLING(Severity.WARNING),
  HOT(Severity.WARNING),
  SLOWED_BY_HEAT(Severity.WARNING),
  FAN_STOPPED(Severity.WARNING),
  VANISHED(Severity.CRITICAL);

  private final Severity severity;

  CardCondition(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether it computes, as far as can be told. */
  public static CardCondition activity(Card card) {
    return switch (card.state()) {
      case BUSY -> card.throttle() == Card.Throttle.POWER ? AT_POWER_LIMIT : WORKING;
      case IDLE -> IDLE;
      case PHANTOM_BUSY -> PHANTOM_BUSY;
      case ASLEEP -> ASLEEP;
    };
  }

  /** The one that speaks for a card of which this was found. */
  public static CardCondition of(Card card, Collection<Finding> found) {
    CardCondition speaks = activity(card);
    for (Finding finding : found) {
      CardCondition other = ofCause(finding.cause());
      speaks = other != null && other.compareTo(speaks) > 0 ? other : speaks;
    }
    return speaks;
  }

  /** Null for a cause that is not of a card. */
  public static @Nullable CardCondition ofCause(String cause) {
    return switch (cause) {
      case GpuHealth.HOT -> HOT;
      case GpuHealth.SLOWED -> SLOWED_BY_HEAT;
      case GpuHealth.FAN_STOPPED -> FAN_STOPPED;
      case GpuHealth.SPILLING -> SPILLING;
      case GpuHealth.NEARLY_FULL -> VRAM_FULL;
      case GpuHealth.VANISHED -> VANISHED;
      default -> null;
    };
  }

  /** The name used by {@code status --json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In a few words. */
  public Message title() {
    return switch (this) {
      case ASLEEP -> Msg.gpuStatesAsleep();
      case IDLE -> Msg.gpuHealthIdle();
      case PHANTOM_BUSY -> Msg.gpuHealthPhantomBusy();
      case WORKING -> Msg.gpuHealthBusy();
      case AT_POWER_LIMIT -> Msg.gpuStatesPower();
      case VRAM_FULL -> Msg.gpuStatesFull();
      case SPILLING -> Msg.gpuStatesSpilling();
      case HOT -> Msg.gpuStatesHot();
      case SLOWED_BY_HEAT -> Msg.gpuStatesSlowed();
      case FAN_STOPPED -> Msg.gpuStatesFan();
      case VANISHED -> Msg.gpuStatesVanished();
    };
  }

  /** What it means, for somebody who never heard of it. */
  public Message explanation() {
    return switch (this) {
      case ASLEEP -> Msg.gpuStatesAsleepWhy();
      case IDLE -> Msg.gpuStatesIdleWhy();
      case PHANTOM_BUSY -> Msg.gpuPhantomNote();
      case WORKING -> Msg.gpuStatesWorkingWhy();
      case AT_POWER_LIMIT -> Msg.gpuStatesPowerWhy();
      case VRAM_FULL -> Msg.gpuStatesFullWhy();
      case SPILLING -> Msg.gpuStatesSpillingWhy();
      case HOT -> Msg.gpuStatesHotWhy();
      case SLOWED_BY_HEAT -> Msg.gpuStatesSlowedWhy();
      case FAN_STOPPED -> Msg.gpuStatesFanWhy();
      case VANISHED -> Msg.gpuStatesVanishedWhy();
    };
  }
}
