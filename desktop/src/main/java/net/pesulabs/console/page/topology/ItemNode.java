package net.pesulabs.console.page.topology;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;

/** An item of the map as it is drawn; it takes the item's later states. */
abstract class ItemNode<I extends Item> extends StackPane {

  private final ObjectProperty<I> item;
  private final Class<I> type;

  ItemNode(I first, Class<I> type, MapKit kit, String style) {
    this.item = new SimpleObjectProperty<>(first);
    this.type = type;
    getStyleClass().addAll("map-item", style);
    Choice.make(this, first.id(), kit);
    item.subscribe(i -> Choice.colour(this, i.severity()));
  }

  final ObjectProperty<I> item() {
    return item;
  }

  /** The severity, for an icon that follows it. */
  final ObservableValue<Severity> severity() {
    return item.map(Item::severity);
  }

  final void show(Item next) {
    item.set(type.cast(next));
  }

  /** What it holds, and what a screen reader says of it. */
  final void fill(MapKit kit, Node content, Function<I, Localized> spoken) {
    getChildren().setAll(content);
    accessibleTextProperty().bind(kit.texts().of(item.map(spoken)));
  }

  static ItemNode<?> of(Item item, MapKit kit) {
    return switch (item) {
      case Item.Place place when place.id().equals(Item.LAN) || place.id().equals(Item.TAILNET) ->
          new PillNode(place, kit);
      case Item.Place place -> new PlaceNode(place, kit);
      case Item.Machine machine -> new MachineNode(machine, kit);
      case Item.Unscheduled unscheduled -> new UnscheduledNode(unscheduled, kit);
      case Item.Workload workload -> new ChipNode(workload, kit);
      case Item.Hardware hardware -> new HardwareNode(hardware, kit);
    };
  }
}
