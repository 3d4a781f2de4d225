package net.pesulabs.console.page.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.SecretModel.State;

/** A password: typed unseen, kept at once, and never shown again; below it where it is kept. */
final class SecretField extends VBox {

  private final PasswordField typed = new PasswordField();

  SecretField(Texts texts, Message label, SecretModel secret) {
    getStyleClass().add("form-field");
    var title = texts.on(new Label(), label);
    title.setLabelFor(typed);
    typed.accessibleTextProperty().bind(texts.of(label));
    typed.getStyleClass().add("secret-typed");
    HBox.setHgrow(typed, Priority.ALWAYS);
    ObservableValue<State> current = secret.stateProperty();

    var keep = texts.on(new Button(), Msg.secretsKeep());
    keep.getStyleClass().add("secret-keep");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> typed.getText().isEmpty() || !mayBeKept(current.getValue()),
                typed.textProperty(),
                current));
    keep.setOnAction(event -> keep(secret));
    typed.setOnAction(event -> {
      if (!keep.isDisabled()) {
        keep(secret);
      }
    });
    var forget = texts.on(new Button(), Msg.secretsForget());
    forget.getStyleClass().add("secret-forget");
    forget.setMinWidth(Region.USE_PREF_SIZE);
    forget.disableProperty().bind(current.map(now -> !now.isKept()));
    forget.setOnAction(event -> secret.forget());

    var state = texts.on(new Label(), current.map(SecretField::words));
    state.setWrapText(true);
    state.getStyleClass().addAll("small", "form-help", "secret-state");
    getChildren().addAll(title, new HBox(8, typed, keep, forget), state);
  }

  /** What was typed is not left on the screen, not even as dots. */
  private void keep(SecretModel secret) {
    secret.keep(typed.getText());
    typed.clear();
  }

  private static boolean mayBeKept(State state) {
    return state.isKept() || state == State.NOWHERE;
  }

  private static Message words(State state) {
    return switch (state) {
      case NO_NAME -> Msg.secretsNoName();
      case LOOKING -> Msg.secretsLooking();
      case IN_KEYRING -> Msg.secretsInKeyring();
      case THIS_RUN -> Msg.secretsThisRun();
      case NOWHERE -> Msg.secretsNowhere();
    };
  }
}
