package net.pesulabs.console.source.reach;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** The rows of one system's ways; they go when it is closed. Safe for any thread. */
final class WayTable implements Subscription {

  private final Table<Way> table;
  private final Clock clock;
  private final Map<Origin, Reading<Duration>> readings = new HashMap<>();
  private Origin inUse;
  private boolean closed;

  /**
   * Writes a row for each.
   *
   * @param ways the first of which is in use
   */
  WayTable(List<Origin> ways, Table<Way> table, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.inUse = ways.getFirst();
    ways.forEach(way -> readings.put(way, new Reading.Unknown<>(way, Msg.readingWaiting())));
    readings.keySet().forEach(this::publish);
  }

  synchronized void answered(Origin way, Duration latency) {
    readings.put(way, new Reading.Live<>(latency, way, clock.instant()));
    publish(way);
  }

  synchronized void lost(Origin way, Message why) {
    readings.put(way, reading(way).lost(why));
    publish(way);
  }

  synchronized void use(Origin next) {
    Origin before = inUse;
    inUse = next;
    publish(before);
    publish(next);
  }

  /** Nothing is written after this returns. */
  @Override
  public synchronized void close() {
    closed = true;
    readings.forEach((way, reading) -> table.remove(new Way(false, reading).id()));
  }

  private Reading<Duration> reading(Origin way) {
    return readings.getOrDefault(way, new Reading.Unknown<>(way, Msg.readingWaiting()));
  }

  private void publish(Origin way) {
    if (!closed) {
      table.put(new Way(way.equals(inUse), reading(way)));
    }
  }
}
