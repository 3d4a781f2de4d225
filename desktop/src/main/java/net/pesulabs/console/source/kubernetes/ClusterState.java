package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Cluster;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster's reading is worth: live only while the server answers and every table follows
 * it. Safe for any thread.
 */
final class ClusterState {

  /** How long a connection may be made anew before the picture counts as stale. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** How far one table can be relied on; {@code since} is when it last could. */
  private record Standing(
      boolean listed, @Nullable Message why, boolean serious, @Nullable Instant since) {

    boolean isBehind(Instant now) {
      return why != null && since != null && (serious || since.plus(GRACE).isBefore(now));
    }
  }

  private final Cell<Reading<Cluster>> cell;
  private final Origin origin;
  private final Clock clock;
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private @Nullable String version;
  private @Nullable Instant heard;
  private @Nullable Message silence;
  private boolean closed;

  ClusterState(Cell<Reading<Cluster>> cell, Origin origin, Clock clock) {
    this.cell = cell;
    this.origin = origin;
    this.clock = clock;
    publish();
  }

  /** The listener of one table, which counts from now on. */
  synchronized Reflector.Listener table(String name) {
    standings.put(name, new Standing(false, null, false, null));
    return new Reflector.Listener() {
      @Override
      public void listed() {
        Message next = Msg.clusterSourceCatchingUp(name); // only once it watches does it follow
        change(name, new Standing(true, next, false, clock.instant()));
      }

      @Override
      public void current() {
        change(name, new Standing(true, null, false, null));
      }

      @Override
      public void behind(Message why, boolean serious) {
        fallBehind(name, why, serious);
      }
    };
  }

  private synchronized void change(String name, Standing standing) {
    standings.put(name, standing);
    publish();
  }

  private synchronized void fallBehind(String name, Message why, boolean serious) {
    Standing before = standings.get(name);
    if (before != null) {
      Instant since = before.since == null ? clock.instant() : before.since;
      change(name, new Standing(before.listed, why, serious || before.serious, since));
    }
  }

  /** The server has answered. */
  synchronized void beat(String serverVersion) {
    version = serverVersion;
    heard = clock.instant();
    silence = null;
    publish();
  }

  /** The server has not answered. */
  synchronized void silent(Message why) {
    silence = why;
    publish();
  }

  /** Nothing is published after this returns. */
  synchronized void close() {
    closed = true;
  }

  private void publish() {
    if (!closed) {
      cell.set(reading(clock.instant()));
    }
  }

  private Reading<Cluster> reading(Instant now) {
    boolean any = standings.values().stream().anyMatch(Standing::listed);
    boolean all = !standings.isEmpty() && standings.values().stream().allMatch(Standing::listed);
    var behind = standings.values().stream().filter(each -> each.isBehind(now)).toList();
    Message why =
        Optional.ofNullable(silence)
            .or(() -> behind.stream().map(Standing::why).findFirst())
            .orElse(null);
    if (version == null || heard == null || !any || (why == null && !all)) {
      return new Reading.Unknown<>(origin, why == null ? Msg.readingWaiting() : why);
    }
    var cluster = new Cluster(version, all);
    if (why == null) {
      return new Reading.Live<>(cluster, origin, heard);
    }
    // As old as the part of it that was left behind first.
    Instant at =
        behind.stream()
            .flatMap(each -> Optional.ofNullable(each.since).stream())
            .min(Comparator.naturalOrder())
            .filter(heard::isAfter)
            .orElse(heard);
    return new Reading.Stale<>(cluster, origin, at, why);
  }
}
