package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.homelab.history.Told;
import net.pesulabs.console.homelab.history.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of a page have in common: the stretch of time they show, the moment that is
 * pointed at, and their figures, asked of the past on a virtual thread and going on as they are
 * heard. FX thread only.
 */
public final class Timeline {

  /** About as many as a chart has pixels: a day in pieces of two minutes, a month in hours. */
  public static final int MOST = 720;

  /** The shortest stretch one can zoom to. */
  static final Duration LEAST = Duration.ofSeconds(20);

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final int STEPS = 100;

  /** So small a part of its beginning may be empty before a range counts as kept in part. */
  private static final int PART = 40;

  private final LiveHomelab homelab;
  private final Pulse pulse;
  private final Now now;
  private final Subscriptions open = new Subscriptions();
  private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.HOUR);
  private final ReadOnlyObjectWrapper<Optional<Stretch>> zoom =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<Instant>> pointed =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Stretch>> selection =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.WHOLE);
  private final List<Runnable> charts = new ArrayList<>();
  private final Map<Series, Integer> wanted = new LinkedHashMap<>();
  private final Traces traces = new Traces();
  private final Set<Series> gpuVoices = new HashSet<>();
  private final Set<Series> modelVoices = new HashSet<>();
  private Stretch shown;
  private Stretch loaded;
  private boolean follows; // whether what is shown moves on with the time
  private boolean active;
  private boolean loading;
  private boolean again;

  /** An hour until now, until another range is chosen. */
  public Timeline(LiveHomelab homelab, Pulse pulse, Now now) {
    this.homelab = homelab;
    this.pulse = pulse;
    this.now = now;
    shown = whole();
    loaded = shown;
    range.subscribe((before, chosen) -> {
      zoom.set(Optional.empty());
      follows = false; // what is drawn stays until the other range is there
      load();
    });
  }

  /** Begins to follow what is heard, and asks what was. */
  public void activate() {
    deactivate();
    active = true;
    open.add(pulse.follow(homelab.gpu(), this::hearGpu));
    open.add(pulse.follow(homelab.model(), this::hearModel));
    open.add(pulse.follow(homelab.history(), history -> load()));
    open.add(now.property().subscribe(() -> pulse.afterwards(this, this::moveOn))::unsubscribe);
  }

  /** Follows nothing more; what is drawn stays, until the past is asked again. */
  public void deactivate() {
    active = false;
    follows = false;
    open.close();
    pointed.set(Optional.empty());
    selection.set(Optional.empty());
  }

  public ObjectProperty<Range> rangeProperty() {
    return range;
  }

  /** The part of the range that all charts show; empty for all of it. */
  public ReadOnlyObjectProperty<Optional<Stretch>> zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** The moment that is pointed at, on whichever chart. */
  public ReadOnlyObjectProperty<Optional<Instant>> pointedProperty() {
    return pointed;
  }

  /** Points at a moment on all charts; at none for null. */
  void point(@Nullable Instant moment) {
    Optional<Instant> next = Optional.ofNullable(moment);
    if (!next.equals(pointed.get())) {
      pointed.set(next);
      draw();
    }
  }

  /** Marks a stretch on all charts; none for null. */
  void select(@Nullable Stretch stretch) {
    Optional<Stretch> next = Optional.ofNullable(stretch);
    if (!next.equals(selection.get())) {
      selection.set(next);
      draw();
    }
  }

  ReadOnlyObjectProperty<Optional<Stretch>> selectionProperty() {
    return selection;
  }

  ReadOnlyObjectProperty<Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Whether the past is being asked just now, and charts still show what was before. */
  public boolean isLoading() {
    return loading;
  }

  Stretch shown() {
    return shown;
  }

  /** The latest moment that may have been measured. */
  Instant present() {
    Instant heard = traces.lastHeard();
    return heard.isAfter(now.get()) ? heard : now.get();
  }

  /** What is known of a series; null until the past has been asked. */
  @Nullable Trace trace(Series series) {
    return traces.of(series);
  }

  /** The last value of a series while it is being told and what is shown holds it. */
  Optional<Double> latest(Series series) {
    return traces.latest(series, shown);
  }

  /** A chart comes onto the screen: its series are asked for, and it hears when to draw. */
  void join(List<Series> series, Runnable draw) {
    charts.add(draw);
    series.forEach(each -> wanted.merge(each, 1, Integer::sum));
    if (!series.stream().allMatch(traces::has)) {
      load();
    }
  }

  void leave(List<Series> series, Runnable draw) {
    charts.remove(draw);
    series.forEach(each -> wanted.computeIfPresent(each, (key, n) -> n == 1 ? null : n - 1));
  }

  /** Shows a part of the range on all charts; all of it where the part is no less. */
  public void zoomTo(Stretch part) {
    Stretch all = whole();
    Stretch next = part.scaled(1, part.middle(), LEAST).within(all);
    if (next.equals(all)) {
      zoomOut();
      return;
    }
    zoom.set(Optional.of(next));
    if (loaded.contains(next)) {
      // Coarse at first, until the finer is there.
      follows = false;
      shown = next;
      draw();
    }
    load();
  }

  /** Back to the whole range. */
  public void zoomOut() {
    if (zoom.get().isPresent()) {
      zoom.set(Optional.empty());
      load();
    }
  }

  /** The range up to now. It moves on by a hundredth, so that most of what is drawn can stay. */
  private Stretch whole() {
    Duration length = range.get().length();
    Duration width = Buckets.width(Instant.EPOCH, Instant.EPOCH.plus(length), MOST, SECOND);
    Duration step = width.multipliedBy(Math.max(1, length.dividedBy(STEPS).dividedBy(width)));
    Instant end = Buckets.start(present(), step).plus(step);
    return new Stretch(end.minus(length), end);
  }

  private void hearGpu(Reading<GpuNode> reading) {
    Map<Series, @Nullable Double> told =
        reading instanceof Reading.Live<GpuNode> live ? Told.of(live.value()) : Map.of();
    traces.hear(reading.heardAt().orElse(null), told, gpuVoices);
    pulse.afterwards(this, this::moveOn);
  }

  private void hearModel(Reading<ModelServer> reading) {
    Map<Series, @Nullable Double> told =
        reading instanceof Reading.Live<ModelServer> live ? Told.of(live.value()) : Map.of();
    traces.hear(reading.heardAt().orElse(null), told, modelVoices);
    pulse.afterwards(this, this::moveOn);
  }

  private void moveOn() {
    if (follows) {
      shown = whole();
      traces.forget(shown.from());
    }
    draw();
  }

  private void draw() {
    List.copyOf(charts).forEach(Runnable::run);
  }

  /** Asks the past for all that is wanted now; once more after that, if asked for meanwhile. */
  private void load() {
    if (!active || loading) {
      again = loading;
      return;
    }
    loading = true;
    again = false;
    Past past = homelab.history().get();
    Range ranged = range.get();
    Optional<Stretch> zoomed = zoom.get();
    Stretch goal = zoomed.orElseGet(this::whole);
    Stretch asked = zoomed.map(Stretch::padded).orElse(goal);
    Map<Series, Instant> until = traces.beginAsking(Set.copyOf(wanted.keySet()), present());
    Thread.ofVirtual()
        .name("charts")
        .start(() -> {
          Map<Series, Buckets> found = new HashMap<>();
          until.forEach((series, end) -> found.put(series, ask(past, series, asked, end)));
          Optional<Instant> since =
              zoomed.isPresent() ? Optional.empty() : since(past, goal, found);
          var known = new Kept(since, by(found));
          pulse.submit(this, () -> show(ranged, zoomed, goal, found, known));
        });
  }

  /**
   * As much as a whole stretch of it, up to where it is known from then on: of another length, the
   * buckets would be of another width.
   */
  private static Buckets ask(Past past, Series series, Stretch stretch, Instant end) {
    return end.isBefore(stretch.to())
        ? past.query(series, end.minus(stretch.length()), end, MOST)
        : past.query(series, stretch.from(), stretch.to(), MOST);
  }

  private void show(
      Range ranged,
      Optional<Stretch> zoomed,
      Stretch goal,
      Map<Series, Buckets> found,
      Kept known) {
    loading = false;
    if (active && ranged == range.get() && zoomed.isPresent() == zoom.get().isPresent()) {
      traces.replace(found);
      loaded = goal;
      follows = zoomed.isEmpty();
      shown = zoom.get().orElse(goal);
      kept.set(known);
      moveOn();
    }
    if (again) {
      load();
    }
  }

  /** When the first was kept, where that is well into the range and nothing was before. */
  private static Optional<Instant> since(Past past, Stretch goal, Map<Series, Buckets> found) {
    Instant late = goal.from().plus(goal.length().dividedBy(PART));
    return found.values().stream()
        .flatMap(each -> each.buckets().stream().limit(1))
        .map(Bucket::at)
        .min(Instant::compareTo)
        .filter(late::isBefore)
        .filter(first ->
            found.keySet().stream()
                .map(each -> past.query(each, first.minus(Range.MONTH.length()), goal.from(), 1))
                .allMatch(before -> before.buckets().isEmpty()));
  }

  private static Optional<Origin> by(Map<Series, Buckets> found) {
    return found.values().stream().map(Buckets::origin).filter(Objects::nonNull).findFirst();
  }
}
