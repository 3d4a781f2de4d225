package net.pesulabs.console.page.gpu;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Runs;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.fx.TimePoint;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuHistory.Sample;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import org.jspecify.annotations.Nullable;

/** The graphics cards and the model server, as the page shows them. FX thread only. */
final class GpuViewModel {

  /** How much of the past the charts show. */
  static final Duration SHOWN = Duration.ofMinutes(10);

  private static final Duration SHOWN_AT_LEAST = Duration.ofMinutes(1);

  /**
   * The last minutes, up to now.
   *
   * @param to now, or the last sample's time where that is later
   */
  record Past(Instant to, List<Sample> samples) {
    /** When the charts begin: with the history, so that a young one does not look empty. */
    Instant from() {
      Instant first = samples.isEmpty() ? to : samples.getFirst().at();
      Instant latest = to.minus(SHOWN_AT_LEAST);
      Instant earliest = to.minus(SHOWN);
      return first.isAfter(latest) ? latest : first.isBefore(earliest) ? earliest : first;
    }
  }

  private final LiveHomelab homelab;
  private final Pulse pulse;
  private final Now clock;
  private final Subscriptions open = new Subscriptions();
  private final WatchedSpans watched = new WatchedSpans(SHOWN);
  private final ObjectProperty<Reading<GpuNode>> gpu;
  private final ObjectProperty<Reading<ModelServer>> model;
  private final ObjectProperty<Instant> now;
  private final ReadOnlyObjectWrapper<GpuStatus> status;
  private final ReadOnlyObjectWrapper<Past> past;
  private final ObservableList<String> cards = FXCollections.observableArrayList();
  private boolean drawn;

  GpuViewModel(LiveHomelab homelab, Pulse pulse, Now clock) {
    this.homelab = homelab;
    this.pulse = pulse;
    this.clock = clock;
    gpu = new SimpleObjectProperty<>(homelab.gpu().get());
    model = new SimpleObjectProperty<>(homelab.model().get());
    now = new SimpleObjectProperty<>(clock.get());
    status = new ReadOnlyObjectWrapper<>(GpuStatus.of(gpu.get(), clock.get()));
    past = new ReadOnlyObjectWrapper<>(new Past(clock.get(), List.of()));
  }

  void activate() {
    deactivate();
    watched.open(clock.get());
    open.add(homelab.attention().lookAt(Source.GPU));
    open.add(homelab.attention().lookAt(Source.MODEL));
    open.add(pulse.follow(homelab.model(), model::set));
    open.add(pulse.follow(homelab.gpu(), this::show));
    open.add(clock.property().subscribe(this::tick)::unsubscribe);
  }

  void deactivate() {
    open.close();
    watched.close(clock.get());
  }

  private void show(Reading<GpuNode> reading) {
    gpu.set(reading);
    status.set(GpuStatus.of(reading, now.get()));
    reading.known().ifPresent(node -> setCards(node.cards().stream().map(Card::id).toList()));
    draw(homelab.gpuHistory().samples());
    drawn = true;
  }

  private void setCards(List<String> ids) {
    if (!cards.equals(ids)) {
      cards.setAll(ids);
    }
  }

  private void tick(Instant instant) {
    now.set(instant);
    status.set(GpuStatus.of(gpu.get(), instant));
    // While answers come, each draws the charts itself; in a silence they move on by the clock. A
    // source may tell its answer a moment before it is in the history: then the chart is behind.
    List<Sample> samples = homelab.gpuHistory().samples();
    if (!drawn || !Objects.equals(last(samples), last(past.get().samples()))) {
      draw(samples);
    }
    drawn = false;
  }

  private static @Nullable Sample last(List<Sample> samples) {
    return samples.isEmpty() ? null : samples.getLast();
  }

  private void draw(List<Sample> samples) {
    Instant last = samples.isEmpty() ? Instant.MIN : samples.getLast().at();
    past.set(new Past(last.isAfter(now.get()) ? last : now.get(), samples));
  }

  ObservableValue<Reading<GpuNode>> gpu() {
    return gpu;
  }

  ObservableValue<Reading<ModelServer>> model() {
    return model;
  }

  /** The time, while the page is open. */
  ObservableValue<Instant> now() {
    return now;
  }

  ReadOnlyObjectProperty<GpuStatus> status() {
    return status.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Past> past() {
    return past.getReadOnlyProperty();
  }

  /** The cards there are, by their ids. */
  ObservableList<String> cards() {
    return cards;
  }

  ObservableValue<Reading<Card>> card(String id) {
    return gpu.map(reading -> reading.map(node -> find(node.cards(), id)));
  }

  /** One figure of one card over the past, in unbroken runs. */
  List<List<TimePoint>> runs(Past past, String id, Function<Card, @Nullable Double> figure) {
    return Runs.of(
        past.samples().stream()
            .map(sample -> new TimePoint(sample.at(), figure(find(sample.cards(), id), figure)))
            .toList(),
        watched);
  }

  private static @Nullable Double figure(
      @Nullable Card card, Function<Card, @Nullable Double> figure) {
    return card == null ? null : figure.apply(card);
  }

  private static @Nullable Card find(List<Card> cards, String id) {
    return cards.stream().filter(card -> card.id().equals(id)).findFirst().orElse(null);
  }
}
