package net.pesulabs.console.page.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One machine: its name, what it is for, and its addresses; what is wrong with them below. */
final class MachineRow extends VBox {

  private final SettingsViewModel settings;
  private final MachineForm machine;
  private final Texts texts;

  MachineRow(SettingsViewModel settings, MachineForm machine, Texts texts) {
    this.settings = settings;
    this.machine = machine;
    this.texts = texts;
    getStyleClass().add("machine-row");
    TextField name = text(machine.nameProperty(), Msg.settingsMachineName());
    TextField lan = text(machine.lanAddressProperty(), Msg.settingsMachineLan());
    TextField tailnet = text(machine.tailnetAddressProperty(), Msg.settingsMachineTailnet());
    var grid = MachinesCard.columns(name, role(), lan, tailnet, remove());
    getChildren()
        .addAll(
            grid,
            FormField.offence(texts, name, offence(Field.MACHINE_NAME)),
            FormField.offence(texts, lan, offence(Field.MACHINE_LAN)),
            FormField.offence(texts, tailnet, offence(Field.MACHINE_TAILNET)));
  }

  private ObservableValue<Offence> offence(Field field) {
    return Bindings.createObjectBinding(
        () -> {
          int row = settings.form().machines().indexOf(machine);
          return settings.offencesProperty().get().get(new Place(field, row));
        },
        settings.offencesProperty(),
        settings.form().machines());
  }

  private TextField text(StringProperty value, Message label) {
    var field = new TextField();
    field.textProperty().bindBidirectional(value);
    field.accessibleTextProperty().bind(texts.of(label));
    field.setMinWidth(0);
    return field;
  }

  private ComboBox<Role> role() {
    var box = new ComboBox<Role>();
    box.getItems().setAll(Role.values());
    box.converterProperty().bind(texts.languageProperty().map(MachineRow::words));
    box.valueProperty().bindBidirectional(machine.roleProperty());
    box.accessibleTextProperty().bind(texts.of(Msg.settingsMachineRole()));
    box.setMinWidth(0);
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  private Button remove() {
    var button = new Button(null, new FontIcon(Feather.TRASH_2));
    button.getStyleClass().addAll("button-icon", "flat", "machine-remove");
    texts.explain(button, Msg.settingsMachineRemove());
    button.setOnAction(event -> settings.form().machines().remove(machine));
    return button;
  }

  private static StringConverter<Role> words(Language language) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Role role) {
        return role == null ? "" : title(role).in(language);
      }

      @Override
      public Role fromString(String text) {
        throw new UnsupportedOperationException("a role is picked, not typed: " + text);
      }
    };
  }

  private static Message title(Role role) {
    return switch (role) {
      case GATEWAY -> Msg.settingsRoleGateway();
      case SERVICES -> Msg.settingsRoleServices();
      case COMPUTE -> Msg.settingsRoleCompute();
    };
  }
}
