package net.pesulabs.console.source.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Series;

/**
 * A history that is written here and read from a Prometheus where there is one: it knows what was
 * while no console ran. Where it has nothing, or this computer's own goes back clearly further, it
 * is this computer's that is read; {@link Buckets#origin()} tells. Safe for any thread.
 */
public record PrometheusHistory(History own, Supplier<Optional<Past>> prometheus)
    implements History {

  /** Such a part of what is asked for is worth the coarser of the two. */
  private static final int CLEARLY = 10;

  @Override
  public void append(Series series, Instant at, double value) {
    own.append(series, at, value);
  }

  @Override
  public void silence(Series series, Instant from) {
    own.silence(series, from);
  }

  @Override
  public Buckets query(Series series, Instant from, Instant to, int most) {
    Buckets theirs =
        prometheus
            .get()
            .map(past -> past.query(series, from, to, most))
            .orElse(Buckets.none(from, to, most));
    if (theirs.buckets().isEmpty()) {
      return own.query(series, from, to, most);
    }
    Duration clearly = Duration.between(from, to).dividedBy(CLEARLY).plus(theirs.width());
    Instant begin = theirs.buckets().getFirst().at();
    if (!begin.isAfter(from.plus(clearly))) {
      return theirs;
    }
    Buckets ours = own.query(series, from, to, most);
    boolean further =
        !ours.buckets().isEmpty() && ours.buckets().getFirst().at().plus(clearly).isBefore(begin);
    return further ? ours : theirs;
  }
}
