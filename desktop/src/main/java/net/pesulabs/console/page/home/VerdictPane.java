package net.pesulabs.console.page.home;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Doors;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one sentence that answers before anything else is read. */
final class VerdictPane extends HBox {

  private final FontIcon icon = CardKit.icon(Feather.HOME, "verdict-icon");

  VerdictPane(CardKit kit, Doors doors) {
    getStyleClass().add("verdict");
    var verdict = kit.model().verdictProperty();
    var texts = kit.texts();

    var title = CardKit.styled(texts.on(new Label(), verdict.map(Verdict::title)), "verdict-title");
    var detail =
        CardKit.styled(texts.on(new Label(), verdict.map(Verdict::detail)), "verdict-detail");
    title.setWrapText(true);
    detail.setWrapText(true);

    var words = new VBox(title, detail);
    words.getStyleClass().add("verdict-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .addAll(CardKit.styled(new StackPane(icon), "verdict-badge"), words, doctor(kit, doors));
    verdict.subscribe(this::show);
  }

  /** Answers “is it me or the house?” where not everything is seen. */
  private static Button doctor(CardKit kit, Doors doors) {
    var button = kit.texts().on(new Button(), Msg.homeDoctor());
    button.setGraphic(CardKit.icon(Feather.ACTIVITY, "verdict-doctor-icon"));
    button.getStyleClass().add("verdict-doctor");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> doors.open(Doors.Room.DOCTOR, ""));
    button
        .visibleProperty()
        .bind(
            kit.model()
                .verdictProperty()
                .map(verdict -> !verdict.seesAll() && doors.leadTo(Doors.Room.DOCTOR)));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private void show(Verdict verdict) {
    icon.setIconCode(
        switch (verdict.kind()) {
          case FINE -> Feather.CHECK;
          case CARE -> verdict.severity() == Severity.CRITICAL ? Feather.X : Feather.ALERT_TRIANGLE;
          case PARTLY -> Feather.HELP_CIRCLE;
          case BLIND -> Feather.EYE_OFF;
          case LOOKING -> Feather.SEARCH;
        });
    getStyleClass().removeIf(style -> style.startsWith("verdict-"));
    getStyleClass().add("verdict-" + verdict.severity().id());
  }
}
