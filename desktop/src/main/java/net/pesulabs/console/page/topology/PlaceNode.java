package net.pesulabs.console.page.topology;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** The internet, or this laptop. */
final class PlaceNode extends ItemNode<Item.Place> {

  PlaceNode(Item.Place place, MapKit kit) {
    super(place, Item.Place.class, kit, "map-place");
    boolean laptop = place.id().equals(Item.LAPTOP);
    var title = MapKit.styled(new Label(), "map-name");
    title.textProperty().bind(kit.texts().of(Titles.place(place.id())));
    var name = MapKit.styled(new Label(), "map-address");
    name.textProperty().bind(item().map(Item.Place::name));
    name.managedProperty().bind(name.textProperty().isNotEmpty());
    var state = MapKit.styled(new Label(), "map-state");
    state.textProperty().bind(kit.texts().of(item().map(Item.Place::word)));
    var head = new HBox(MapKit.icon(laptop ? Feather.MONITOR : Feather.GLOBE, "map-icon"), title);
    var foot = new HBox(new SeverityIcon(severity()), state);
    fill(
        kit,
        MapKit.styled(
            new VBox(MapKit.styled(head, "map-head"), name, MapKit.styled(foot, "map-foot")),
            "map-body"),
        i -> Msg.topologySpoken(Titles.place(i.id()), i.health().text()));
  }
}
