package net.pesulabs.console.source.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.source.Failure;

/**
 * Which of the ways is in use, by what is known of each. It changes at once where the one in use
 * fails and another answers, but goes back to a better one only when that has answered twice in a
 * row: a network that comes and goes must not take the console with it. Not for several threads.
 */
final class Choice {

  private static final int TO_RETURN = 2;

  private final List<Origin> ways;
  private final Map<Origin, Integer> inARow = new HashMap<>();
  private final Map<Origin, Failure.Kind> failed = new HashMap<>();
  private Origin inUse;

  /**
   * @param ways at least one, the best first
   */
  Choice(List<Origin> ways) {
    this.ways = List.copyOf(ways);
    this.inUse = ways.getFirst();
  }

  Origin inUse() {
    return inUse;
  }

  void answered(Origin way) {
    failed.remove(way);
    inARow.merge(way, 1, Integer::sum);
  }

  void failed(Origin way, Failure.Kind kind) {
    failed.put(way, kind);
    inARow.remove(way);
  }

  /** The first that answered when the one in use did not. */
  void won(Origin way) {
    inUse = way;
  }

  /**
   * All have been tried: goes over to a better way, or to any where this one fails.
   *
   * @return whether the one that is in use now answers
   */
  boolean settle() {
    Optional<Origin> next =
        failed.containsKey(inUse)
            ? ways.stream().filter(inARow::containsKey).findFirst()
            : ways.stream().filter(way -> way.equals(inUse) || isTrusted(way)).findFirst();
    inUse = next.orElseGet(this::furthest);
    return !failed.containsKey(inUse);
  }

  /** Whether a better way than the one in use has begun to answer. */
  boolean isUndecided() {
    return ways.stream()
        .takeWhile(way -> !way.equals(inUse))
        .anyMatch(way -> inARow.containsKey(way) && !isTrusted(way));
  }

  private boolean isTrusted(Origin way) {
    return inARow.getOrDefault(way, 0) >= TO_RETURN;
  }

  /**
   * Where none answers, the one that came furthest: what stopped it there is what has to be mended,
   * such as a certificate that lacks a name, and not the silence of the network one has left.
   */
  private Origin furthest() {
    Origin best = inUse;
    for (Origin way : ways) {
      if (distance(way) > distance(best)) {
        best = way;
      }
    }
    return best;
  }

  private int distance(Origin way) {
    Failure.Kind kind = failed.get(way);
    return kind == null ? 0 : distance(kind);
  }

  private static int distance(Failure.Kind kind) {
    return switch (kind) {
      case BAD_SETTING -> 0;
      // Nothing of ours answers there: no machine, or a stranger's.
      case UNKNOWN_HOST, NO_ROUTE, TLS_UNTRUSTED, NOT_UNDERSTOOD -> 1;
      case TIMED_OUT, SERVER_ERROR, NOT_FOUND, UNAVAILABLE -> 2;
      case REFUSED, CUT_OFF, TLS -> 3;
      case TLS_WRONG_NAME, TLS_EXPIRED, UNAUTHORIZED, FORBIDDEN -> 4;
    };
  }
}
