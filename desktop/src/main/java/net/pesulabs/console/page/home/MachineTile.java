package net.pesulabs.console.page.home;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.RoleWords;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** One machine: its name and what it is for, how it is reached, and what the cluster says of it. */
final class MachineTile extends VBox {

  private final ObjectProperty<MachineRow> row;

  MachineTile(CardKit kit, MachineRow first) {
    this.row = new SimpleObjectProperty<>(first);
    getStyleClass().add("machine-tile");

    var name = CardKit.styled(new Label(), "machine-name");
    name.textProperty().bind(row.map(MachineRow::name).orElse(ReadingLabel.DASH));
    var role = CardKit.styled(kit.texts().on(new Label(), role(first)), "machine-role");
    role.setWrapText(true);
    var head = new HBox(CardKit.icon(icon(first), "machine-icon"), new VBox(name, role));
    head.getStyleClass().add("machine-head");

    var node = kit.state(row.map(MachineTile::nodeOrReach));
    node.visibleProperty().bind(row.map(r -> r.node() != null));
    node.managedProperty().bind(node.visibleProperty());
    var via =
        CardKit.styled(kit.figure(row.map(MachineTile::viaOrNone), MachineTile::words), "via");
    via.visibleProperty().bind(row.map(r -> r.via() != null));
    via.managedProperty().bind(via.visibleProperty());
    getChildren().addAll(head, kit.state(row.map(MachineRow::reach)), node, via);
  }

  private static Localized words(MachineRow.Via via) {
    long millis = Math.round(via.latency().toNanos() / 1e6);
    return millis < 1
        ? Msg.homeMachineWayQuick(via.route().title())
        : Msg.homeMachineWay(via.route().title(), millis);
  }

  /** A label has to follow something; where no way is in use it is not shown. */
  private static Reading<MachineRow.Via> viaOrNone(MachineRow row) {
    Reading<MachineRow.Via> via = row.via();
    return via == null ? row.reach().map(reach -> null) : via;
  }

  void show(MachineRow next) {
    row.set(next);
  }

  /** A label has to follow something; where there is no node it is not shown. */
  private static Reading<Health> nodeOrReach(MachineRow row) {
    Reading<Health> node = row.node();
    return node == null ? row.reach() : node;
  }

  private static Message role(MachineRow row) {
    return row.id().equals(MachineRow.LAPTOP) ? Msg.homeRoleLaptop() : RoleWords.title(row.role());
  }

  private static Ikon icon(MachineRow row) {
    return row.id().equals(MachineRow.LAPTOP) ? Feather.MONITOR : RoleWords.icon(row.role());
  }
}
