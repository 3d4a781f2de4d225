package net.pesulabs.console.page.settings;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.SettingsViewModel.State;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below the form: whether something is to be saved, and saving it.. */
final class SaveBar extends HBox {

  SaveBar(SettingsViewModel settings, Texts texts) {
    getStyleClass().add("save-bar");
    ObservableValue<State> state = settings.stateProperty();
    var icon = new SeverityIcon(state.map(SaveBar::severity));
    var words = texts.on(new Label(), state.map(SaveBar::words));
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);

    var revert = texts.on(new Button(), Msg.settingsRevert());
    revert.getStyleClass().add("settings-revert");
    revert.setMinWidth(Region.USE_PREF_SIZE);
    revert.setOnAction(event -> settings.revert());
    revert.disableProperty().bind(state.map(s -> s == State.UNCHANGED || s == State.SAVED));
    var save = texts.on(new Button(), Msg.settingsSave());
    save.setGraphic(new FontIcon(Feather.CHECK));
    save.getStyleClass().addAll("accent", "settings-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(event -> settings.save());
    save.disableProperty().bind(state.map(s -> s != State.CHANGED));
    getChildren().addAll(icon, words, revert, save);
    icon.visibleProperty().bind(state.map(s -> s != State.UNCHANGED));
    icon.managedProperty().bind(icon.visibleProperty());
  }

  private static Severity severity(State state) {
    return switch (state) {
      case UNCHANGED, SAVED -> Severity.FINE;
      case CHECKING, CHANGED -> Severity.BUSY;
      case WRONG -> Severity.WARNING;
    };
  }

  private static Message words(State state) {
    return switch (state) {
      case UNCHANGED -> Msg.settingsStateUnchanged();
      case SAVED -> Msg.settingsStateSaved();
      case CHECKING -> Msg.settingsStateChecking();
      case WRONG -> Msg.settingsStateWrong();
      case CHANGED -> Msg.settingsStateChanged();
    };
  }
}
