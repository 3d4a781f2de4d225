package net.pesulabs.console.page.topology;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** The frame of what no machine has taken. */
final class UnscheduledNode extends ItemNode<Item.Unscheduled> {

  UnscheduledNode(Item.Unscheduled unscheduled, MapKit kit) {
    super(unscheduled, Item.Unscheduled.class, kit, "map-unscheduled");
    var title = MapKit.styled(new Label(), "map-name");
    title.textProperty().bind(kit.texts().of(Msg.topologyUnscheduled()));
    var what = MapKit.styled(new Label(), "map-state");
    what.setWrapText(true);
    what.textProperty().bind(kit.texts().of(Msg.topologyUnscheduledWhat()));
    var head = new HBox(MapKit.icon(Feather.INBOX, "map-icon"), title);
    var foot = new HBox(new SeverityIcon(severity()), what);
    var words = new VBox(MapKit.styled(head, "map-head"), MapKit.styled(foot, "map-foot"));
    words.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(words, Pos.TOP_LEFT);
    fill(
        kit,
        MapKit.styled(words, "map-body"),
        i -> Msg.topologySpoken(Msg.topologyUnscheduled(), Msg.topologyUnscheduledWhat()));
  }
}
