package net.pesulabs.console.page.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import org.jspecify.annotations.Nullable;

/**
 * What is on the map, and where. Each change of a fact touches the items it is about and no other;
 * the layout is made anew only when something came or went. FX thread only.
 */
final class TopologyViewModel {

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final Now clock;

  private final Subscriptions open = new Subscriptions();
  private final Workloads workloads = new Workloads();
  private final ObservableMap<String, Item> items =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ObservableMap<String, Link> links =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ReadOnlyObjectWrapper<House> house;
  private final ReadOnlyObjectWrapper<TopologyLayout> layout;
  private final ReadOnlyObjectWrapper<@Nullable Details> details = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Instant> now;
  private List<Box> boxes = List.of();
  private Plan plan = new Plan(List.of(), List.of());

  TopologyViewModel(LiveHomelab homelab, Cell<Settings> settings, Pulse pulse, Now clock) {
    this.homelab = homelab;
    this.settings = settings;
    this.pulse = pulse;
    this.clock = clock;
    this.now = new ReadOnlyObjectWrapper<>(clock.get());
    this.house = new ReadOnlyObjectWrapper<>(look());
    this.layout = new ReadOnlyObjectWrapper<>(TopologyLayout.of(plan));
    selected.subscribe(id -> refreshDetails());
  }

  /** By id; changes only where something looks different. Read only for others. */
  ObservableMap<String, Item> items() {
    return items;
  }

  /** By id, likewise. */
  ObservableMap<String, Link> links() {
    return links;
  }

  /** Where the items and links stand that are there once a change is through. */
  ReadOnlyObjectProperty<TopologyLayout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /** The time ages are told against; it stands still while nobody looks. */
  ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<House> houseProperty() {
    return house.getReadOnlyProperty();
  }

  /** The id of the item or link selected; null for none. */
  ObjectProperty<@Nullable String> selectedProperty() {
    return selected;
  }

  /** What is known of the selected one. */
  ReadOnlyObjectProperty<@Nullable Details> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  void activate() {
    for (Source source : Source.values()) {
      open.add(homelab.attention().lookAt(source));
    }
    open.add(pulse.follow(homelab.pods(), this::podsChanged));
    forgetWhatWentMeanwhile();
    open.add(pulse.follow(homelab.nodes(), changes -> refresh()));
    open.add(pulse.follow(settings, changed -> refresh()));
    open.add(pulse.follow(homelab.tailnet(), changed -> refresh()));
    open.add(pulse.follow(homelab.cluster(), changed -> refresh()));
    open.add(pulse.follow(homelab.gpu(), changed -> refresh()));
    open.add(pulse.follow(homelab.model(), changed -> refresh()));
    open.add(clock.property().subscribe(this::tick)::unsubscribe);
  }

  void deactivate() {
    open.close();
    // The tables tell everything anew when the page is opened again.
    workloads.clear();
  }

  private void forgetWhatWentMeanwhile() {
    Set<String> there =
        workloads.keys().stream().map(Workloads.Key::id).collect(Collectors.toSet());
    items.keySet().removeIf(id -> items.get(id) instanceof Item.Workload && !there.contains(id));
  }

  private void podsChanged(List<Table.Change<Pod>> changes) {
    Collection<Workloads.Key> touched = workloads.apply(changes);
    boolean stranger =
        touched.stream()
            .map(Workloads.Key::node)
            .anyMatch(node -> node != null && boxes.stream().noneMatch(box -> box.hosts(node)));
    if (stranger) {
      refresh();
    } else {
      show(touched);
      relayout();
      refreshDetails();
    }
  }

  /** Time passes: only what was not well may have become better or worse by it. */
  private void tick(Instant instant) {
    now.set(instant);
    show(workloads.unwell());
    refreshDetails();
  }

  private void refresh() {
    House before = house.get();
    List<Box> boxesBefore = boxes;
    House seen = look();
    house.set(seen);
    boxes = Box.of(seen.profile(), homelab.nodes().all(), workloads.nodes());

    replace(links, Links.of(seen, boxes), Link::id);
    var cast = new ArrayList<>(Cast.of(seen, boxes, links.values()));
    items.values().stream().filter(Item.Workload.class::isInstance).forEach(cast::add);
    items.values().stream().filter(Item.Unscheduled.class::isInstance).forEach(cast::add);
    replace(items, cast, Item::id);
    if (!boxes.equals(boxesBefore) || before.cluster().isLive() != seen.cluster().isLive()) {
      show(workloads.keys());
    }
    relayout();
    refreshDetails();
  }

  private void show(Collection<Workloads.Key> keys) {
    for (Workloads.Key key : keys) {
      Workloads.Standing standing = workloads.standing(key, clock.get());
      if (standing == null) {
        items.remove(key.id());
      } else {
        put(items, key.id(), item(key, standing));
      }
    }
    int waiting = Math.toIntExact(workloads.keys().stream().filter(k -> k.node() == null).count());
    if (waiting == 0) {
      items.remove(Item.UNSCHEDULED);
    } else {
      put(items, Item.UNSCHEDULED, new Item.Unscheduled(waiting));
    }
  }

  private Item.Workload item(Workloads.Key key, Workloads.Standing standing) {
    String node = key.node();
    String box =
        node == null
            ? Item.UNSCHEDULED
            : boxes.stream()
                .filter(b -> b.hosts(node))
                .findFirst()
                .map(Box::id)
                .orElse(Box.PREFIX + node);
    boolean live = homelab.cluster().get().isLive();
    return new Item.Workload(
        key.id(),
        box,
        key.namespace(),
        key.workload(),
        standing.ready(),
        standing.total(),
        live ? standing.severity() : Severity.UNKNOWN,
        live);
  }

  private void relayout() {
    Plan next = Planner.plan(boxes, items.values());
    if (!next.equals(plan)) {
      plan = next;
      layout.set(TopologyLayout.of(next));
    }
  }

  private void refreshDetails() {
    String id = selected.get();
    details.set(
        id == null
            ? null
            : DetailsWriter.of(
                    id, new Picture(house.get(), boxes, items, links, workloads, clock.get()))
                .orElse(null));
  }

  private House look() {
    return new House(
        settings.get().profile(),
        homelab.tailnet().get(),
        homelab.cluster().get(),
        homelab.gpu().get(),
        homelab.model().get());
  }

  /** Makes the map hold exactly these, telling only the differences. */
  private static <T> void replace(
      ObservableMap<String, T> map, Collection<T> wanted, Function<T, String> idOf) {
    Map<String, T> byId = new HashMap<>();
    wanted.forEach(each -> byId.put(idOf.apply(each), each));
    map.keySet().removeIf(id -> !byId.containsKey(id));
    wanted.forEach(each -> put(map, idOf.apply(each), each));
  }

  private static <T> void put(ObservableMap<String, T> map, String id, T next) {
    if (!next.equals(map.get(id))) {
      map.put(id, next);
    }
  }
}
