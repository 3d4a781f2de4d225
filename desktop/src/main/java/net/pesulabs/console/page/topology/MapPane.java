package net.pesulabs.console.page.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The drawing. A node is made when its item comes, updated when that item changes, moved when the
 * layout says so, and otherwise left alone.
 */
final class MapPane extends Pane {

  private final MapKit kit;
  private final Map<String, ItemNode<?>> items = new HashMap<>();
  private final Map<String, LinkNode> links = new HashMap<>();
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, Polyline> buses = new HashMap<>();

  MapPane(MapKit kit) {
    this.kit = kit;
    getStyleClass().add("map");
    TopologyViewModel model = kit.model();
    model.items().forEach((id, item) -> show(item));
    model.links().forEach((id, link) -> show(link));
    model.items().addListener((MapChangeListener<String, Item>) this::itemChanged);
    model.links().addListener((MapChangeListener<String, Link>) this::linkChanged);
    model.layoutProperty().subscribe(layout -> place(layout));
    model.selectedProperty().subscribe(this::mark);
  }

  /** The node that can take the focus for an item or link; null while there is none. */
  @Nullable Region choice(String id) {
    ItemNode<?> item = items.get(id);
    LinkNode link = links.get(id);
    return item != null ? item : link != null ? link.badge() : null;
  }

  private void itemChanged(MapChangeListener.Change<? extends String, ? extends Item> change) {
    if (change.wasAdded()) {
      show(change.getValueAdded());
    } else {
      getChildren().remove(items.remove(change.getKey()));
    }
  }

  private void linkChanged(MapChangeListener.Change<? extends String, ? extends Link> change) {
    if (change.wasAdded()) {
      show(change.getValueAdded());
    } else {
      LinkNode gone = links.remove(change.getKey());
      if (gone != null) {
        getChildren().removeAll(gone.line(), gone.badge());
      }
    }
  }

  private void show(Item item) {
    ItemNode<?> node = items.get(item.id());
    if (node != null) {
      node.show(item);
      return;
    }
    node = ItemNode.of(item, kit);
    node.setViewOrder(isFrame(item) ? 1 : 0);
    items.put(item.id(), add(node));
    Rect rect = kit.model().layoutProperty().get().rects().get(item.id());
    if (rect != null) {
      place(item.id(), rect);
    }
  }

  private void show(Link link) {
    LinkNode node = links.get(link.id());
    if (node != null) {
      node.show(link);
      return;
    }
    node = new LinkNode(link, kit);
    links.put(link.id(), node);
    add(node.line());
    add(node.badge());
    node.badge().setViewOrder(-1);
    TopologyLayout.Wire wire = kit.model().layoutProperty().get().wires().get(link.id());
    if (wire != null) {
      node.place(wire);
    }
  }

  private static boolean isFrame(Item item) {
    return item instanceof Item.Machine || item instanceof Item.Unscheduled;
  }

  private <N extends Node> N add(N node) {
    node.setManaged(false);
    getChildren().add(node);
    return node;
  }

  private void place(TopologyLayout layout) {
    setPrefSize(layout.width(), layout.height());
    layout.buses().forEach(this::placeBus);
    links.forEach((id, link) -> {
      TopologyLayout.Wire wire = layout.wires().get(id);
      if (wire != null) {
        link.place(wire);
      }
    });
    labels.keySet().stream()
        .filter(id -> !layout.rects().containsKey(id))
        .toList()
        .forEach(id -> getChildren().remove(labels.remove(id)));
    layout.rects().forEach(this::place);
    sortForTab(layout.order());
  }

  /** What has a place but is not there yet is placed when it comes. */
  private void place(String id, Rect rect) {
    Region node = Plan.isLabel(id) ? labels.computeIfAbsent(id, this::label) : items.get(id);
    if (node != null) {
      node.resizeRelocate(rect.x(), rect.y(), rect.width(), rect.height());
    }
  }

  private Label label(String id) {
    String namespace = Plan.shelfOf(id);
    var label = MapKit.styled(new Label(namespace), "map-shelf");
    if (namespace.equals(Planner.HARDWARE)) {
      label.textProperty().bind(kit.texts().of(Msg.topologyShelfHardware()));
    }
    label.setMouseTransparent(true);
    return add(label);
  }

  private void placeBus(String id, TopologyLayout.Wire wire) {
    Polyline line =
        buses.computeIfAbsent(id, i -> add(MapKit.styled(new Polyline(), "map-bus", "bus-" + i)));
    line.setMouseTransparent(true);
    line.setViewOrder(3);
    line.getPoints().clear();
    wire.points().forEach(point -> line.getPoints().addAll(point.x(), point.y()));
  }

  /** The Tab key goes by the order of the children; what lies on top is told by the view order. */
  private void sortForTab(List<String> order) {
    var wanted = order.stream().map(items::get).filter(Objects::nonNull).toList();
    var now = getChildren().stream().filter(ItemNode.class::isInstance).toList();
    if (!now.equals(wanted)) {
      // Taken out for a moment, a node loses the focus.
      Node focused = getScene() == null ? null : getScene().getFocusOwner();
      getChildren().removeAll(now);
      getChildren().addAll(0, wanted);
      if (focused != null && now.contains(focused)) {
        focused.requestFocus();
      }
    }
  }

  private void mark(@Nullable String selected) {
    items.forEach((id, node) -> Choice.mark(node, id.equals(selected)));
    links.forEach((id, node) -> Choice.mark(node.badge(), id.equals(selected)));
  }
}
