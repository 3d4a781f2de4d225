package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.page.topology.draw.Marks;
import net.pesulabs.console.page.topology.draw.Picture;
import net.pesulabs.console.page.topology.graph.Details;
import net.pesulabs.console.page.topology.graph.Edge;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.graph.Layer;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Folds;
import net.pesulabs.console.page.topology.layout.MapLayout;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;
import net.pesulabs.console.page.topology.layout.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What is on the map, where it stands, and what somebody does with it: select, search, fold. FX
 * thread only.
 */
final class MapModel {

  /**
   * What looks different.
   *
   * @param ids of vertices and wires that look different
   * @param parts places that something left or took; null for everything
   * @param moved whether there are such places
   * @param anew whether it is another picture, to be looked at from the beginning
   */
  record Change(Set<String> ids, @Nullable List<Rect> parts, boolean moved, boolean anew) {

    static Change look(Set<String> ids, List<Rect> parts) {
      return new Change(ids, parts, false, false);
    }

    static Change everything(boolean anew) {
      return new Change(Set.of(), null, true, anew);
    }
  }

  private final MapFacts facts;
  private final Texts texts;
  private final Map<Layer, Folds> folds = new EnumMap<>(Layer.class);
  private final List<Consumer<Change>> listeners = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Layer> layer;
  private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> cursor = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Set<String>> found = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<@Nullable Details> details = new ReadOnlyObjectWrapper<>();
  private MapLayout layout;

  MapModel(MapFacts facts, Texts texts) {
    this.facts = facts;
    this.texts = texts;
    layer = new ReadOnlyObjectWrapper<>(facts.graph().layer());
    layout = newLayout();
    facts.onChange(this::take);
    selected.subscribe(id -> refreshDetails());
    selected.subscribe((before, now) -> mark(before, now));
    cursor.subscribe((before, now) -> mark(before, now));
    found.subscribe((before, now) -> {
      var both = new HashSet<>(before);
      both.addAll(now);
      tell(Change.look(both, Moves.places(both, sketch())));
    });
    texts.languageProperty().subscribe((before, now) -> tell(Change.everything(false)));
  }

  void onChange(Consumer<Change> listener) {
    listeners.add(listener);
  }

  ReadOnlyObjectProperty<Layer> layerProperty() {
    return layer.getReadOnlyProperty();
  }

  void show(Layer next) {
    if (next != layer.get()) {
      selected.set(null);
      cursor.set(null);
      found.set(Set.of());
      layer.set(next);
      facts.show(next);
    }
  }

  /** The id of the vertex or edge selected; null for none. */
  ObjectProperty<@Nullable String> selectedProperty() {
    return selected;
  }

  /** The id of what the keyboard is on: a vertex, or a wire; null for none. */
  ObjectProperty<@Nullable String> cursorProperty() {
    return cursor;
  }

  /** What the search found, by id. */
  ReadOnlyObjectProperty<Set<String>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  void find(Set<String> ids) {
    found.set(Set.copyOf(ids));
  }

  /** What is known of the selected one. */
  ReadOnlyObjectProperty<@Nullable Details> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  Graph graph() {
    return facts.graph();
  }

  Sketch sketch() {
    return layout.sketch();
  }

  Texts texts() {
    return texts;
  }

  Picture picture() {
    String chosen = selected.get();
    return new Picture(
        graph(),
        sketch(),
        texts::say,
        new Marks(chosen == null ? null : shownAs(chosen), cursor.get(), found.get()));
  }

  /** As {@link #picture()}, without what somebody does with it. */
  Picture plainPicture() {
    return new Picture(graph(), sketch(), texts::say, Marks.NONE);
  }

  /** The vertex or wire by which something can be seen; itself where it cannot. */
  String shownAs(String id) {
    if (graph().vertices().containsKey(id)) {
      return Objects.requireNonNullElse(layout.visible(id), id);
    }
    return sketch().wires().values().stream()
        .filter(wire -> wire.edges().contains(id))
        .map(Wire::id)
        .findFirst()
        .orElse(id);
  }

  /** Selects a vertex or a wire, and of several edges the one that is worst. */
  void select(@Nullable String id) {
    Wire wire = id == null ? null : sketch().wires().get(id);
    selected.set(wire == null ? id : wire.worst());
  }

  /** Selects something, and opens what it is hidden in. */
  void reveal(String id) {
    Edge edge = graph().edges().get(id);
    Sketch before = sketch();
    if (edge == null) {
      layout.reveal(id, graph());
    } else {
      layout.reveal(edge.from(), graph());
      layout.reveal(edge.to(), graph());
    }
    if (before != sketch()) {
      tell(Change.everything(false));
    }
    cursor.set(shownAs(id));
    selected.set(id);
  }

  boolean holds(String id) {
    return layout.holds(id);
  }

  boolean isFolded(String id) {
    return layout.isFolded(id);
  }

  void fold(String id, boolean folded) {
    if (layout.holds(id) && layout.isFolded(id) != folded) {
      layout.fold(id, folded);
      layout.draw(graph());
      String on = cursor.get();
      if (on != null && !sketch().spots().containsKey(on) && !sketch().wires().containsKey(on)) {
        cursor.set(id);
      }
      tell(Change.everything(false));
    }
  }

  /** Folds all that hold others, or opens them. */
  void foldAll(boolean folded) {
    graph().vertices().keySet().stream()
        .filter(layout::holds)
        .forEach(id -> layout.fold(id, folded));
    layout.draw(graph());
    tell(Change.everything(true));
  }

  /** Lays everything out anew, and forgets what was folded by hand. */
  void tidy() {
    layout.tidy(graph());
    tell(Change.everything(true));
  }

  private void take(Graph.Changes changes) {
    if (changes.everything()) {
      layout = newLayout();
      layout.lay(graph());
      refreshDetails();
      tell(Change.everything(true));
      return;
    }
    Sketch before = layout.sketch();
    layout.take(graph(), changes.vertices());
    Sketch now = layout.sketch();
    boolean moved = before.spots() != now.spots();
    var ids = new HashSet<>(changes.vertices());
    ids.addAll(changes.edges());
    List<Rect> parts = moved ? Moves.between(before, now) : new ArrayList<>();
    if (parts != null) {
      parts.addAll(Moves.redrawn(before, now, picture().marks()));
    }
    forgetWhatIsGone();
    refreshDetails();
    tell(new Change(ids, parts, moved, before.spots().isEmpty()));
  }

  private void forgetWhatIsGone() {
    String on = cursor.get();
    if (on != null && !sketch().spots().containsKey(on) && !sketch().wires().containsKey(on)) {
      cursor.set(null);
    }
  }

  private void refreshDetails() {
    String id = selected.get();
    Optional<Details> next = id == null ? Optional.empty() : facts.details(id);
    if (id != null && next.isEmpty()) {
      selected.set(null); // it is gone
    } else {
      details.set(next.orElse(null));
    }
  }

  /** Time has passed: ages are told anew. */
  void tick() {
    refreshDetails();
  }

  /** Which lines are lit changes with what is selected, and those may run anywhere. */
  private void mark(@Nullable String before, @Nullable String now) {
    var ids = new HashSet<String>();
    var parts = new ArrayList<Rect>();
    for (String id : new String[] {before, now}) {
      if (id != null) {
        String seen = shownAs(id);
        ids.add(seen);
        parts.addAll(Moves.places(Set.of(seen), sketch()));
        parts.addAll(Moves.of(seen, sketch()));
      }
    }
    tell(Change.look(ids, parts));
  }

  private void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  private MapLayout newLayout() {
    Comparator<Vertex> order =
        Comparator.comparing(Vertex::sort)
            .thenComparing(vertex -> texts.say(vertex.title()), String.CASE_INSENSITIVE_ORDER);
    return new MapLayout(order, folds.computeIfAbsent(facts.graph().layer(), any -> new Folds()));
  }
}
