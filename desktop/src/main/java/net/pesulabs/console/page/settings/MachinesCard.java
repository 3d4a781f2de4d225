package net.pesulabs.console.page.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The machines of the house, one a row. */
final class MachinesCard {

  private final SettingsViewModel settings;
  private final Texts texts;
  private final VBox rows = new VBox();
  private final List<MachineForm> shown = new ArrayList<>();

  MachinesCard(SettingsViewModel settings, Texts texts) {
    this.settings = settings;
    this.texts = texts;
    rows.getStyleClass().add("machine-rows");
    settings.form().machines().addListener((ListChangeListener<MachineForm>) change -> show());
    show();
  }

  Node node() {
    var add = texts.on(new Button(), Msg.settingsMachineAdd());
    add.setGraphic(new FontIcon(Feather.PLUS));
    add.getStyleClass().add("machine-add");
    add.setOnAction(event -> settings.form().machines().add(MachineForm.empty()));
    var missing =
        FormField.offence(
            texts, null, settings.offencesProperty().map(o -> o.get(Place.of(Field.MACHINES))));
    return new SettingsCard(
        texts,
        Feather.SERVER,
        Msg.settingsMachines(),
        Msg.settingsMachinesAbout(),
        head(),
        rows,
        missing,
        add);
  }

  /** Columns that the head and every row share. */
  static GridPane columns(Node... cells) {
    var grid = new GridPane();
    grid.setHgap(8);
    double[] shares = {26, 25, 22, 21, 6};
    for (double share : shares) {
      var column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(0, cells);
    return grid;
  }

  private Node head() {
    GridPane head =
        columns(
            label(Msg.settingsMachineName()),
            label(Msg.settingsMachineRole()),
            label(Msg.settingsMachineLan()),
            label(Msg.settingsMachineTailnet()));
    head.visibleProperty().bind(Bindings.isNotEmpty(settings.form().machines()));
    head.managedProperty().bind(head.visibleProperty());
    return head;
  }

  private Label label(Message text) {
    var label = texts.on(new Label(), text);
    label.getStyleClass().addAll("muted", "small");
    return label;
  }

  /** Keeps the rows of machines that stay: a field being typed in must not lose its focus. */
  private void show() {
    List<MachineForm> machines = settings.form().machines();
    for (int i = shown.size() - 1; i >= 0; i--) {
      if (!machines.contains(shown.get(i))) {
        shown.remove(i);
        rows.getChildren().remove(i);
      }
    }
    for (int i = 0; i < machines.size(); i++) {
      if (i == shown.size() || shown.get(i) != machines.get(i)) {
        shown.add(i, machines.get(i));
        rows.getChildren().add(i, new MachineRow(settings, machines.get(i), texts));
      }
    }
  }
}
