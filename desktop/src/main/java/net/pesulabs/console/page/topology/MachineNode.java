package net.pesulabs.console.page.topology;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.RoleWords;

/** A machine: its own words at the top, and the frame of what runs on it. */
final class MachineNode extends ItemNode<Item.Machine> {

  MachineNode(Item.Machine machine, MapKit kit) {
    super(machine, Item.Machine.class, kit, "map-machine");
    boolean narrow = machine.role() == Profile.Role.GATEWAY;
    var name = MapKit.styled(new Label(machine.name()), "map-name");
    var role = MapKit.styled(new Label(), "map-role");
    role.textProperty().bind(kit.texts().of(item().map(i -> RoleWords.title(i.role()))));
    var addresses = MapKit.styled(new Label(), "map-address");
    addresses
        .textProperty()
        .bind(item().map(i -> String.join(narrow ? "\n" : " · ", i.addresses())));
    var state = MapKit.styled(new Label(), "map-state");
    state.textProperty().bind(kit.texts().of(item().map(Item.Machine::word)));

    var title = new HBox(MapKit.icon(RoleWords.icon(machine.role()), "map-icon"), name);
    var words = new VBox(MapKit.styled(title, "map-head"));
    (narrow ? words : title).getChildren().add(role);
    var foot = new HBox(new SeverityIcon(severity()), state);
    words.getChildren().addAll(addresses, MapKit.styled(foot, "map-foot"));
    words.setMaxHeight(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    StackPane.setAlignment(words, Pos.TOP_LEFT);
    fill(
        kit,
        MapKit.styled(words, "map-body"),
        i -> Msg.topologySpoken(Localized.verbatim(i.name()), i.health().text()));
  }
}
