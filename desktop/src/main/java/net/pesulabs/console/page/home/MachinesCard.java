package net.pesulabs.console.page.home;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** This laptop and the machines of the house: which are there, and by which way. */
final class MachinesCard extends VBox {

  private final CardKit kit;
  private final CardGrid tiles = new CardGrid(210, 4, CardGrid.LastRow.EVEN);
  private final Map<String, MachineTile> byId = new HashMap<>();

  MachinesCard(CardKit kit) {
    this.kit = kit;
    getStyleClass().addAll("card", "machines-card");
    getChildren()
        .addAll(
            kit.title(Feather.SHARE_2, Msg.homeMachinesTitle()),
            tiles,
            kit.note(kit.part(Sight::tailnet)));
    kit.model().machinesProperty().subscribe(this::show);
  }

  /** Tiles are made for new machines only; those there take the new facts. */
  private void show(List<MachineRow> rows) {
    byId.keySet().retainAll(rows.stream().map(MachineRow::id).toList());
    rows.forEach(row -> byId.computeIfAbsent(row.id(), id -> new MachineTile(kit, row)).show(row));
    List<MachineTile> wanted = rows.stream().map(row -> byId.get(row.id())).toList();
    if (!tiles.getChildren().equals(wanted)) {
      tiles.getChildren().setAll(wanted);
    }
  }
}
