package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Edge;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * The same as the map, as a tree: in each thing what stands in it, and where its lines lead. It
 * follows the map only while it can be seen.
 */
final class MapTree extends TreeView<MapTree.Row> {

  /**
   * A line of the tree.
   *
   * @param id of a vertex or an edge
   * @param rank among its siblings; lines come first
   * @param words all that a screen reader says of it
   */
  record Row(
      String id,
      int rank,
      String title,
      String words,
      Vertex.@Nullable Sort sort,
      net.pesulabs.console.health.Severity severity,
      boolean live) {

    static final Comparator<TreeItem<Row>> ORDER =
        Comparator.comparingInt((TreeItem<Row> item) -> item.getValue().rank())
            .thenComparing(item -> item.getValue().title(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(item -> item.getValue().id());
  }

  private final MapModel model;
  private final MapWords words;
  private final Map<String, TreeItem<Row>> items = new HashMap<>();
  private boolean selecting;

  MapTree(MapModel model, MapWords words) {
    this.model = model;
    this.words = words;
    setId("map-tree");
    getStyleClass().add("map-tree");
    setShowRoot(false);
    setFixedCellSize(30);
    setCellFactory(tree -> new MapTreeCell());
    accessibleTextProperty().bind(model.texts().of(Msg.topologyTree()));
    setRoot(new TreeItem<>());
    model.onChange(this::changed);
    visibleProperty()
        .subscribe(visible -> {
          if (visible) {
            build();
          }
        });
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (item != null && !selecting && isVisible()) {
            model.select(item.getValue().id());
            model.cursorProperty().set(model.shownAs(item.getValue().id()));
          }
        });
    model.selectedProperty().subscribe(this::follow);
  }

  private void changed(MapModel.Change change) {
    if (!isVisible()) {
      return;
    }
    if (change.moved()) {
      build();
    } else {
      change.ids().forEach(this::refresh);
    }
  }

  /** What changed is said anew, where it stands. */
  private void refresh(String id) {
    TreeItem<Row> item = items.get(id);
    Vertex vertex = model.graph().vertices().get(id);
    Edge edge = model.graph().edges().get(id);
    if (item != null && vertex != null) {
      item.setValue(row(vertex));
    } else if (item != null && edge != null) {
      item.setValue(row(edge));
    }
  }

  /** Makes the tree that of the graph; what was open stays open, and what was selected selected. */
  private void build() {
    selecting = true;
    Set<String> open =
        items.entrySet().stream()
            .filter(entry -> entry.getValue().isExpanded())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    boolean first = items.isEmpty();
    items.clear();
    Graph graph = model.graph();
    Map<@Nullable String, List<TreeItem<Row>>> children = new HashMap<>();
    for (Vertex vertex : graph.vertices().values()) {
      add(children, vertex.parent(), row(vertex));
    }
    for (Edge edge : graph.edges().values()) {
      add(children, edge.from(), row(edge));
    }
    boolean few = graph.vertices().size() < 60;
    children.forEach((parent, all) -> {
      all.sort(Row.ORDER);
      TreeItem<Row> item = parent == null ? getRoot() : items.get(parent);
      if (item != null) {
        item.getChildren().setAll(all);
        item.setExpanded(parent == null || first && few || open.contains(parent));
      }
    });
    if (!children.containsKey(null)) {
      getRoot().getChildren().clear();
    }
    selecting = false;
    follow(model.selectedProperty().get());
  }

  private void add(
      Map<@Nullable String, List<TreeItem<Row>>> children, @Nullable String parent, Row row) {
    var item = new TreeItem<>(row);
    items.put(row.id(), item);
    children.computeIfAbsent(parent, any -> new ArrayList<>()).add(item);
  }

  private Row row(Vertex vertex) {
    return new Row(
        vertex.id(),
        100 + vertex.sort().ordinal(),
        say(vertex.title()),
        say(words.spoken(vertex)),
        vertex.sort(),
        vertex.health().severity(),
        vertex.live());
  }

  private Row row(Edge edge) {
    return new Row(
        edge.id(),
        0,
        say(Msg.topologyTreeLeadsTo(words.title(edge.to()))),
        say(words.spoken(edge)),
        null,
        edge.health().severity(),
        edge.live());
  }

  private String say(Localized text) {
    return model.texts().say(text);
  }

  private void follow(@Nullable String selected) {
    TreeItem<Row> item = selected == null ? null : items.get(selected);
    selecting = true;
    if (item == null) {
      getSelectionModel().clearSelection();
    } else if (isVisible() && item != getSelectionModel().getSelectedItem()) {
      for (TreeItem<Row> above = item.getParent(); above != null; above = above.getParent()) {
        above.setExpanded(true);
      }
      getSelectionModel().select(item);
      scrollTo(getRow(item));
    }
    selecting = false;
  }
}
