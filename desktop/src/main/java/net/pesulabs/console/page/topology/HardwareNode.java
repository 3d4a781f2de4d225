package net.pesulabs.console.page.topology;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.MainCard;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The graphics card or the model server on its machine, with the one figure that tells its load.
 */
final class HardwareNode extends ItemNode<Item.Hardware> {

  HardwareNode(Item.Hardware hardware, MapKit kit) {
    super(hardware, Item.Hardware.class, kit, "map-hardware");
    boolean gpu = hardware.id().equals(Item.GPU);
    var name = MapKit.styled(new Label(), "map-chip-name");
    name.textProperty().bind(kit.texts().of(Titles.hardware(hardware.id())));
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    ReadingLabel<?> figure = MapKit.styled(gpu ? busy(kit) : talking(kit), "map-chip-count");
    figure.setMinWidth(Region.USE_PREF_SIZE);
    var icon = MapKit.icon(gpu ? Feather.ACTIVITY : Feather.MESSAGE_CIRCLE, "map-chip-icon");
    fill(
        kit,
        MapKit.styled(new HBox(new SeverityIcon(severity()), icon, name, figure), "map-chip-body"),
        i -> Msg.topologySpoken(Titles.hardware(i.id()), i.health().text()));
  }

  private static ReadingLabel<Double> busy(MapKit kit) {
    return new ReadingLabel<>(
        kit.texts(),
        kit.now(),
        kit.model()
            .houseProperty()
            .map(house ->
                house.gpu().map(n -> MainCard.of(n).map(MainCard::busyPercent).orElse(null))),
        Quantity::percent);
  }

  private static ReadingLabel<Message> talking(MapKit kit) {
    return new ReadingLabel<>(
        kit.texts(),
        kit.now(),
        kit.model().houseProperty().map(house -> house.model().map(HardwareNode::slots)),
        slots -> slots);
  }

  private static @Nullable Message slots(ModelServer model) {
    Integer busy = model.slotsBusy();
    Integer total = model.slotsTotal();
    return busy == null || total == null ? null : Msg.topologyChipCount(busy, total);
  }
}
