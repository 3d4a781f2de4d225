package net.pesulabs.console.fx.chart;

import java.time.Duration;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** How much of the past is shown, up to now. */
public enum Range {
  FIVE_MINUTES(Duration.ofMinutes(5)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofHours(24)),
  MONTH(Duration.ofDays(30));

  private final Duration length;

  Range(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }

  Message title() {
    return switch (this) {
      case FIVE_MINUTES -> Msg.gpuChartsFiveMinutes();
      case HOUR -> Msg.gpuChartsHour();
      case DAY -> Msg.gpuChartsDay();
      case MONTH -> Msg.gpuChartsMonth();
    };
  }
}
