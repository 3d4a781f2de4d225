package net.pesulabs.console.page.topology;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;

/**
 * A workload on a machine: shape and colour of its state, its name, how many of its pods are ready.
 */
final class ChipNode extends ItemNode<Item.Workload> {

  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  ChipNode(Item.Workload workload, MapKit kit) {
    super(workload, Item.Workload.class, kit, "map-chip");
    String name = workload.workload().name();
    var label = MapKit.styled(new Label(name), "map-chip-name");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    var count = MapKit.styled(new Label(), "map-chip-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.textProperty().bind(kit.texts().of(item().map(ChipNode::count)));
    item().subscribe(i -> pseudoClassStateChanged(OLD, !i.live()));
    Tooltip.install(this, new Tooltip(name));
    fill(
        kit,
        MapKit.styled(new HBox(new SeverityIcon(severity()), label, count), "map-chip-body"),
        i -> Msg.topologySpokenWorkload(name, i.namespace(), count(i)));
  }

  private static Localized count(Item.Workload item) {
    return item.total() == 0
        ? Msg.topologyChipDone()
        : Msg.topologyChipCount(item.ready(), item.total());
  }
}
