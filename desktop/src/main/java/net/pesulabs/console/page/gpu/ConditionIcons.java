package net.pesulabs.console.page.gpu;

import net.pesulabs.console.health.CardCondition;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A shape for each state, so that colour alone never tells one. */
final class ConditionIcons {

  private ConditionIcons() {}

  static Feather of(GpuStatus status) {
    return switch (status.kind()) {
      case WAITING -> Feather.LOADER;
      case UNKNOWN -> Feather.HELP_CIRCLE;
      case STALE -> Feather.CLOCK;
      case NO_CARD -> Feather.SLASH;
      case VANISHED, HEARD -> of(status.condition());
    };
  }

  static Feather of(@Nullable CardCondition condition) {
    return switch (condition) {
      case null -> Feather.HELP_CIRCLE;
      case ASLEEP -> Feather.MOON;
      case IDLE -> Feather.COFFEE;
      case PHANTOM_BUSY -> Feather.PAUSE_CIRCLE;
      case WORKING -> Feather.ACTIVITY;
      case AT_POWER_LIMIT -> Feather.ZAP;
      case VRAM_FULL -> Feather.DATABASE;
      case SPILLING -> Feather.DROPLET;
      case HOT -> Feather.THERMOMETER;
      case SLOWED_BY_HEAT -> Feather.TRENDING_DOWN;
      case FAN_STOPPED -> Feather.WIND;
      case VANISHED -> Feather.ZAP_OFF;
    };
  }
}
