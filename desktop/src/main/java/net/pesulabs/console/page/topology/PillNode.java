package net.pesulabs.console.page.topology;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.i18n.Msg;

/** The head of a line that many hang on: the home network, or the tailnet. */
final class PillNode extends ItemNode<Item.Place> {

  PillNode(Item.Place place, MapKit kit) {
    super(place, Item.Place.class, kit, "map-pill");
    var title = MapKit.styled(new Label(), "map-pill-name");
    title.textProperty().bind(kit.texts().of(Titles.place(place.id())));
    var name = MapKit.styled(new Label(), "map-address");
    name.textProperty().bind(item().map(Item.Place::name));
    name.managedProperty().bind(name.textProperty().isNotEmpty());
    var head = MapKit.styled(new HBox(new SeverityIcon(severity()), title), "map-pill-head");
    fill(
        kit,
        MapKit.styled(new VBox(head, name), "map-pill-body"),
        i -> Msg.topologySpoken(Titles.place(i.id()), i.health().text()));
  }
}
