package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind's table can be relied on: as one over all namespaces, or, where the login may
 * not see all, as the sum of those it may. Guarded by its {@link ClusterState}.
 */
final class KindState {

  /** The scope of all namespaces, or of a kind that has none. */
  static final String EVERYWHERE = "";

  /** How long a connection may be made anew before the picture counts as stale. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /**
   * How far one scope can be relied on.
   *
   * @param since when it last could
   */
  private record Standing(
      boolean begun,
      boolean listed,
      @Nullable Trouble trouble,
      boolean serious,
      @Nullable Instant since) {

    static final Standing NONE = new Standing(false, false, null, false, null);

    boolean isOutOfSight() {
      return trouble != null && trouble.isOutOfSight();
    }

    boolean isBehind(Instant now) {
      return trouble != null && since != null && (serious || since.plus(GRACE).isBefore(now));
    }
  }

  private final Kind<?> kind;
  private final Clock clock;
  private final Map<String, Standing> standings = new TreeMap<>();
  private List<Coverage.Column> columns = List.of();

  KindState(Kind<?> kind, Clock clock) {
    this.kind = kind;
    this.clock = clock;
    standings.put(EVERYWHERE, Standing.NONE);
  }

  void add(String scope) {
    standings.put(scope, Standing.NONE);
  }

  void drop(String scope) {
    standings.remove(scope);
  }

  void columns(List<Coverage.Column> named) {
    columns = List.copyOf(named);
  }

  void begun(String scope) {
    change(scope, new Standing(true, false, null, false, null));
  }

  /** Only once it is watched does a list follow the server. */
  void listed(String scope) {
    Trouble next = Trouble.of(Trouble.Kind.LINK, Msg.clusterSourceCatchingUp(kind.qualified()));
    change(scope, new Standing(true, true, next, false, clock.instant()));
  }

  void current(String scope) {
    change(scope, new Standing(true, true, null, false, null));
  }

  void behind(String scope, Trouble trouble, boolean serious) {
    Standing before = standings.getOrDefault(scope, Standing.NONE);
    Instant since = before.since == null ? clock.instant() : before.since;
    boolean grave = serious || (before.serious && !before.isOutOfSight());
    change(scope, new Standing(before.begun, before.listed, trouble, grave, since));
  }

  private void change(String scope, Standing standing) {
    standings.computeIfPresent(scope, (name, before) -> standing); // else dropped meanwhile
  }

  /** Whether any of its objects are in the table. */
  boolean isBegun() {
    return relevant().stream().anyMatch(Standing::begun);
  }

  /** Whether nothing more is awaited of its first list. */
  boolean isSettled() {
    return standings.values().stream().allMatch(each -> each.listed || each.isOutOfSight());
  }

  /** Why none of its objects can be seen; empty where some can, or may yet. */
  Optional<Trouble> outOfSight() {
    return standings.values().stream().allMatch(Standing::isOutOfSight)
        ? Optional.ofNullable(everywhere().trouble)
        : Optional.empty();
  }

  /** Whether the login may not see all of it. */
  boolean isForbidden() {
    Trouble trouble = everywhere().trouble;
    return trouble != null && trouble.kind() == Trouble.Kind.FORBIDDEN;
  }

  /** Why the table does not follow the server, though it should. */
  Optional<Message> lag(Instant now) {
    return behind(now).stream()
        .flatMap(each -> Optional.ofNullable(each.trouble).stream())
        .map(Trouble::why)
        .findFirst();
  }

  /** Since when it does not. */
  Optional<Instant> lagSince(Instant now) {
    return behind(now).stream()
        .flatMap(each -> Optional.ofNullable(each.since).stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * What the table is worth.
   *
   * @param heard when the server last answered; null where it never did
   * @param silence why it does not answer
   */
  Reading<Coverage> reading(
      Origin origin, @Nullable Instant heard, @Nullable Message silence, Instant now) {
    Message lag = lag(now).orElse(null);
    Message why = silence == null ? lag : silence;
    boolean any = relevant().stream().anyMatch(Standing::listed);
    if (heard == null || !any) {
      Message reason =
          outOfSight().map(Trouble::why).orElse(why == null ? Msg.readingWaiting() : why);
      return new Reading.Unknown<>(origin, reason);
    }
    var coverage = new Coverage(namespaces(), columns);
    if (why == null) {
      return new Reading.Live<>(coverage, origin, heard);
    }
    Instant at = lagSince(now).filter(heard::isAfter).orElse(heard);
    return new Reading.Stale<>(coverage, origin, at, why);
  }

  private TreeSet<String> namespaces() {
    var names = new TreeSet<String>();
    if (everywhere().isOutOfSight()) {
      standings.forEach((scope, standing) -> {
        if (standing.listed && !scope.equals(EVERYWHERE)) {
          names.add(scope);
        }
      });
    }
    return names;
  }

  private List<Standing> behind(Instant now) {
    return relevant().stream().filter(each -> each.isBehind(now)).toList();
  }

  /** Those that say something of what is in the table. */
  private List<Standing> relevant() {
    return standings.values().stream().filter(each -> !each.isOutOfSight()).toList();
  }

  private Standing everywhere() {
    return standings.getOrDefault(EVERYWHERE, Standing.NONE);
  }
}
