package net.pesulabs.console.page.pods;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** The pods as the page shows them: which, in what order, and how far they can be trusted. */
final class PodsViewModel {

  /** What merely takes its time is judged again as often as the findings are. */
  private static final Duration JUDGED_FOR = Duration.ofSeconds(5);

  private final LiveHomelab homelab;
  private final Pulse pulse;
  private final Now clock;
  private Instant judged = Instant.EPOCH;
  private final Subscriptions open = new Subscriptions();
  private final PodList list = new PodList();
  private final ObjectProperty<Reading<Cluster>> cluster;
  private final ObjectProperty<Instant> now;
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty problemsOnly = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<PodsStatus> status;
  private final ReadOnlyObjectWrapper<@Nullable Message> count = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable PodRow> selected = new SimpleObjectProperty<>();

  PodsViewModel(LiveHomelab homelab, Pulse pulse, Now clock) {
    this.homelab = homelab;
    this.pulse = pulse;
    this.clock = clock;
    cluster = new SimpleObjectProperty<>(homelab.cluster().get());
    now = new SimpleObjectProperty<>(clock.get());
    status = new ReadOnlyObjectWrapper<>(judge());
    text.subscribe(this::filter);
    problemsOnly.subscribe(this::filter);
  }

  void activate() {
    deactivate();
    now.set(clock.get());
    list.keepOnly(homelab.pods().all());
    open.add(homelab.attention().lookAt(Source.CLUSTER));
    open.add(pulse.follow(homelab.pods(), this::apply));
    open.add(pulse.follow(homelab.cluster(), this::show));
    open.add(clock.property().subscribe(this::tick)::unsubscribe);
  }

  void deactivate() {
    open.close();
  }

  void clearFilter() {
    text.set("");
    problemsOnly.set(false);
  }

  void sortBy(@Nullable Comparator<PodRow> column) {
    list.setOrder(column == null ? PodOrder.SEVERITY : PodOrder.by(column));
  }

  private void apply(List<Table.Change<Pod>> changes) {
    list.apply(changes, clock.get());
    summarize();
  }

  private void show(Reading<Cluster> reading) {
    cluster.set(reading);
    summarize();
  }

  private void tick(Instant instant) {
    now.set(instant);
    if (!instant.isBefore(judged.plus(JUDGED_FOR))) {
      judged = instant;
      list.judge(instant);
      summarize();
    }
  }

  private void filter() {
    list.setFilter(PodFilter.of(text.get(), problemsOnly.get()));
    summarize();
  }

  private void summarize() {
    PodRow row = selected.get();
    if (row != null && !list.has(row)) {
      selected.set(null);
    }
    // Only what differs is set: this runs each second, and equal words need no drawing.
    PodsStatus nextStatus = judge();
    if (!nextStatus.equals(status.get())) {
      status.set(nextStatus);
    }
    Message nextCount = tellCount();
    if (!Objects.equals(nextCount, count.get())) {
      count.set(nextCount);
    }
  }

  /** Old lines are counted, but say nothing of how the pods are now. */
  private @Nullable Message tellCount() {
    int shown = list.shown().size();
    if (list.total() == 0) {
      return null;
    }
    Message all =
        cluster.get().isLive()
            ? Msg.podsCount(list.total(), list.needingCare())
            : Msg.podsCountOld(list.total());
    boolean some = cluster.get().known().filter(each -> each.showsOnlySome(Kind.PODS)).isPresent();
    Message told = some ? Msg.podsCountPartly(all) : all;
    return shown == list.total() ? told : Msg.podsCountShown(shown, told);
  }

  private PodsStatus judge() {
    boolean words = !text.get().isBlank();
    if (!list.shown().isEmpty()) {
      return new PodsStatus(PodsStatus.Kind.SHOWN, Msg.podsTitle(), null);
    }
    if (list.total() > 0) {
      return PodsStatus.noMatch(problemsOnly.get(), words);
    }
    Reading<Cluster> reading = cluster.get();
    if (SourceHealth.isWaiting(reading)) {
      return new PodsStatus(PodsStatus.Kind.WAITING, Msg.readingWaiting(), null);
    }
    if (reading instanceof Reading.Unknown<Cluster> unknown) {
      return new PodsStatus(PodsStatus.Kind.UNKNOWN, unknown.why(), Msg.podsUnknownAdvice());
    }
    return reading.known().filter(Cluster::complete).isPresent()
        ? new PodsStatus(PodsStatus.Kind.NO_PODS, Msg.podsNone(), null)
        : new PodsStatus(PodsStatus.Kind.LISTING, Msg.podsListing(), null);
  }

  ObservableList<PodRow> shown() {
    return list.shown();
  }

  /** The line of a pod that the filter lets through; empty where there is none. */
  Optional<PodRow> line(String uid) {
    return list.line(uid);
  }

  /** Whether lines move because of the cluster or the filter, and not by the person's choice. */
  boolean isArranging() {
    return list.isArranging();
  }

  ObservableValue<Reading<Cluster>> cluster() {
    return cluster;
  }

  /** The time, while the page is open. */
  ObservableValue<Instant> now() {
    return now;
  }

  StringProperty textProperty() {
    return text;
  }

  BooleanProperty problemsOnlyProperty() {
    return problemsOnly;
  }

  ReadOnlyObjectProperty<PodsStatus> status() {
    return status.getReadOnlyProperty();
  }

  /** How many pods there are and need care; null before any is known. */
  ReadOnlyObjectProperty<@Nullable Message> count() {
    return count.getReadOnlyProperty();
  }

  /** The pod that is opened; null for none. It stays open while the filter hides its line. */
  ObjectProperty<@Nullable PodRow> selectedProperty() {
    return selected;
  }
}
