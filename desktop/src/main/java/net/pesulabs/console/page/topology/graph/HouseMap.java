package net.pesulabs.console.page.topology.graph;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * The map of the house as a graph, one layer at a time, kept up by what changes while it is active.
 * FX thread only.
 */
public final class HouseMap {

  private final LiveHomelab homelab;
  private final HouseHealth health;
  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final Now now;
  private final Map<Object, Consumer<Graph.Changes>> listeners = new LinkedHashMap<>();
  private final Subscriptions open = new Subscriptions();
  private final Map<Kind<?>, Coverage> known = new HashMap<>();
  private Layer shown = Layer.PHYSICAL;
  private Canvas canvas = new Canvas(shown);
  private MapLayer layer;
  private House house;
  private boolean active;

  /** Whether everything is being told at once, so that there is nothing to draw yet. */
  private boolean opening;

  public HouseMap(
      LiveHomelab homelab, HouseHealth health, Cell<Settings> settings, Pulse pulse, Now now) {
    this.homelab = homelab;
    this.health = health;
    this.settings = settings;
    this.pulse = pulse;
    this.now = now;
    this.house = House.of(settings.get().profile(), homelab);
    this.layer = make();
  }

  /** Starts to follow the house; what there is by now is told as everything. */
  public void activate() {
    if (!active) {
      active = true;
      open();
    }
  }

  /** Hears nothing any more, and needs nothing; the last graph stays. */
  public void deactivate() {
    active = false;
    open.close();
  }

  /** Shows a layer from now on; tells of all of it. */
  public void show(Layer wanted) {
    if (wanted != shown) {
      shown = wanted;
      open.close();
      if (active) {
        open();
      } else {
        begin();
      }
    }
  }

  /** The layer shown, as it is now. */
  public Graph graph() {
    return canvas.graph();
  }

  /** Hears what changed, once per pulse, and never of nothing. */
  public Subscription onChange(Consumer<Graph.Changes> listener) {
    var own = new Object(); // the same listener may be added twice
    listeners.put(own, listener);
    return () -> listeners.remove(own);
  }

  /** All there is to tell of a vertex or edge; empty once it is no longer there. */
  public Optional<Details> details(String id) {
    return Teller.tell(id, canvas, layer, house, now.get());
  }

  /** Why something may be missing on this layer: what the login may not see. */
  public List<Message> notices() {
    return Notices.of(house, layer.kinds());
  }

  private void begin() {
    canvas = new Canvas(shown);
    layer = make();
  }

  private MapLayer make() {
    var desk = new Desk(homelab, health, now::get, canvas);
    return switch (shown) {
      case PHYSICAL -> new PhysicalLayer(desk, house);
      case NETWORK -> new NetworkLayer(desk, house);
      case WORKLOADS -> new WorkloadsLayer(desk, house);
      case TRAFFIC -> new TrafficLayer(desk, house);
    };
  }

  private void open() {
    opening = true;
    known.clear();
    house = House.of(settings.get().profile(), homelab);
    begin();
    for (Source source : Source.values()) {
      open.add(homelab.attention().lookAt(source));
      open.add(pulse.follow(homelab.reading(source), any -> look()));
    }
    open.add(homelab.objects().need(layer.kinds()));
    open.add(pulse.follow(settings, any -> look()));
    open.add(pulse.follow(homelab.ways(), any -> look()));
    for (Kind<?> kind : layer.kinds()) {
      open.add(
          pulse.follow(homelab.objects().of(kind).coverage(), reading -> covered(kind, reading)));
    }
    layer.follow(new Open());
    open.add(pulse.follow(health.concerns(), this::judge));
    open.add(now.property().subscribe(this::tick)::unsubscribe);
    opening = false;
    layer.draw();
    Graph graph = canvas.graph();
    canvas.drain();
    tell(
        new Graph.Changes(
            Set.copyOf(graph.vertices().keySet()), Set.copyOf(graph.edges().keySet()), true));
  }

  private void look() {
    House next = House.of(settings.get().profile(), homelab);
    if (!next.equals(house)) {
      house = next;
      layer.look(house);
      changed();
    }
  }

  /** Only what is known whole matters, and not when the server was last heard. */
  private void covered(Kind<?> kind, Reading<Coverage> reading) {
    look(); // why a kind is not known is part of the house
    Coverage now = reading.isLive() ? reading.known().orElse(null) : null;
    Coverage before = now == null ? known.remove(kind) : known.put(kind, now);
    if (!Objects.equals(now, before)) {
      layer.covered();
      changed();
    }
  }

  private void judge(List<Table.Change<Concern>> changes) {
    var objects = new LinkedHashSet<String>();
    for (Table.Change<Concern> change : changes) {
      add(objects, change.before());
      add(objects, change.after());
    }
    objects.forEach(layer::judge);
    changed();
  }

  private static void add(Set<String> objects, @Nullable Concern concern) {
    if (concern != null) {
      Stream.concat(
              Stream.of(concern.leading().object()),
              concern.folded().stream().flatMap(folded -> folded.objects().stream()))
          .forEach(objects::add);
    }
  }

  private void tick(Instant instant) {
    layer.tick();
    changed();
  }

  private void changed() {
    if (!opening) {
      pulse.afterwards(this, this::draw);
    }
  }

  private void draw() {
    if (active) {
      layer.draw();
      Graph.Changes changes = canvas.drain();
      if (!changes.vertices().isEmpty() || !changes.edges().isEmpty()) {
        tell(changes);
      }
    }
  }

  private void tell(Graph.Changes changes) {
    List.copyOf(listeners.values()).forEach(listener -> listener.accept(changes));
  }

  private final class Open implements MapLayer.Feeds {
    @Override
    public <T extends ClusterObject> void rows(
        Kind<T> kind, Consumer<List<Table.Change<T>>> changes) {
      open.add(
          pulse.follow(
              homelab.objects().of(kind).rows(),
              batch -> {
                changes.accept(batch);
                changed();
              }));
    }

    @Override
    public void secrets(Consumer<List<Table.Change<SecretPresence>>> changes) {
      open.add(
          pulse.follow(
              homelab.objects().secrets(),
              batch -> {
                changes.accept(batch);
                changed();
              }));
    }
  }
}
