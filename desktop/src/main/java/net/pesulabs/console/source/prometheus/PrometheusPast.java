package net.pesulabs.console.source.prometheus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.prometheus.Formula.Stretch;
import net.pesulabs.console.source.prometheus.PrometheusApi.Point;
import net.pesulabs.console.source.prometheus.PrometheusApi.Strip;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Prometheus kept of the card and its machine. Its buckets are as wide as its scrapes are
 * apart, at least. Empty where it does not answer, and where it has nothing of the series. Blocks
 * for some seconds at most. Safe for any thread.
 */
public final class PrometheusPast implements Past {

  private static final Logger LOG = LoggerFactory.getLogger(PrometheusPast.class);

  /** How long what is known of its targets is good for; a new card has to wait. */
  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

  /** Charts ask for many series at once: not each has to wait for who does not answer. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  /** A server takes no more, of each series: its -query.max-points-per-series or the like. */
  private static final long MOST_STEPS = 11_000;

  private final PrometheusServer server;
  private final Whose whose;
  private final Clock clock;
  private @Nullable Layout layout; // by this
  private Instant layoutUntil = Instant.MIN;
  private Instant quietUntil = Instant.MIN;

  public PrometheusPast(PrometheusServer server, Whose whose, Clock clock) {
    this.server = server;
    this.whose = whose;
    this.clock = clock;
  }

  @Override
  public Buckets query(Series series, Instant from, Instant to, int most) {
    if (Figure.figuresOf(ModelServer.class).contains(series.figure()) || isQuiet()) {
      return Buckets.none(from, to, most);
    }
    try {
      return server.ask((http, url) ->
          ask(new PrometheusApi(http, PrometheusApi.base(url)), series, from, to, most));
    } catch (Failure e) {
      LOG.info("{}: nothing of the past: {}", server.origin().address(), e.getMessage());
      beQuiet();
      return Buckets.none(from, to, most);
    }
  }

  private Buckets ask(PrometheusApi api, Series series, Instant from, Instant to, int most)
      throws Failure {
    Layout known = layout(api);
    Duration interval = wholeSeconds(known.targets().cards().interval());
    Duration width = Buckets.width(from, to, most, interval);
    Formula formula = formula(known, series, new Stretch(width, interval)).orElse(null);
    Instant first = Buckets.start(from, width);
    // The last bucket may not be over yet; Prometheus takes a moment to come as well.
    Instant last = Buckets.start(to.minusMillis(1), width);
    long steps = Duration.between(first, last).dividedBy(width) + 1;
    if (formula == null || steps > MOST_STEPS) {
      return Buckets.none(from, to, most);
    }
    Duration toEnd = width.minusMillis(1).minus(known.ahead());
    List<Strip> strips = api.range(formula.question(), first.plus(toEnd), last.plus(toEnd), width);
    SortedMap<Instant, Parts> parts = new TreeMap<>();
    for (Strip strip : strips) {
      for (Point point : strip.points()) {
        Instant at = Buckets.start(point.at().minus(toEnd).plusMillis(500), width);
        parts.computeIfAbsent(at, start -> new Parts()).put(strip.label("of"), point.value());
      }
    }
    return new Buckets(width, buckets(parts, formula, width, interval, to), server.origin());
  }

  private static Optional<Formula> formula(Layout layout, Series series, Stretch over) {
    if (!Figure.figuresOf(Card.class).contains(series.figure())) {
      return layout
          .targets()
          .machine()
          .flatMap(machine -> Formulas.ofMachine(series.figure(), machine, over));
    }
    // A host's name holds no slash, and neither does a card's.
    String card = series.thing().substring(series.thing().indexOf('/') + 1);
    return Optional.ofNullable(layout.cards().get(card))
        .flatMap(place -> Formulas.of(series.figure(), place, over));
  }

  private List<Bucket> buckets(
      Map<Instant, Parts> parts, Formula formula, Duration width, Duration interval, Instant to) {
    var buckets = new ArrayList<Bucket>();
    parts.forEach((at, part) -> part.bucket(at, formula).ifPresent(buckets::add));
    Instant now = clock.instant();
    Instant end = to.isBefore(now) ? to : now;
    for (int i = 0; i < buckets.size(); i++) {
      boolean last = i == buckets.size() - 1;
      Instant next = last ? end : buckets.get(i + 1).at();
      // A scrape close to the edge of a bucket may come a moment sooner or later each time.
      Duration silence = interval.multipliedBy(last ? 2 : 1);
      if (next.isAfter(buckets.get(i).at().plus(width).plus(silence))) {
        Bucket b = buckets.get(i);
        buckets.set(i, new Bucket(b.at(), b.min(), b.mean(), b.max(), b.count(), true));
      }
    }
    return buckets;
  }

  /** What was answered for one bucket. */
  private static final class Parts {
    private final Map<String, Double> told = new TreeMap<>();

    void put(String of, double value) {
      if (Double.isFinite(value)) {
        told.put(of, value);
      }
    }

    /** Empty where it is not all there, or cannot be true. */
    Optional<Bucket> bucket(Instant at, Formula formula) {
      Double min = told.get("min");
      Double mean = told.get("mean");
      Double max = told.get("max");
      long count = told.getOrDefault("count", 0.0).longValue();
      if (min == null || mean == null || max == null || min > max || count < 1) {
        return Optional.empty();
      }
      if (formula.awake().isPresent()) {
        long awake = Math.min(count, told.getOrDefault("awake", 0.0).longValue());
        if (awake < count && max == 0) {
          return Optional.empty(); // a 0 that nobody saw
        }
        if (awake > 0) {
          mean = mean * count / awake; // the zeros of a card asleep do not count
          count = awake;
        }
      }
      boolean possible = formula.possible().test(min) && formula.possible().test(max);
      return possible
          ? Optional.of(new Bucket(at, min, Math.clamp(mean, min, max), max, count, false))
          : Optional.empty();
    }
  }

  private synchronized Layout layout(PrometheusApi api) throws Failure {
    Layout known = layout;
    if (known == null || !clock.instant().isBefore(layoutUntil)) {
      known = Layout.ask(api, whose, clock);
      layout = known;
      layoutUntil = clock.instant().plus(KNOWN_FOR);
    }
    return known;
  }

  private synchronized boolean isQuiet() {
    return clock.instant().isBefore(quietUntil);
  }

  private synchronized void beQuiet() {
    quietUntil = clock.instant().plus(LEFT_ALONE);
    layout = null;
  }

  private static Duration wholeSeconds(Duration interval) {
    return Duration.ofSeconds(Math.max(1, Math.ceilDiv(interval.toMillis(), 1000)));
  }
}
