package net.pesulabs.console.page.home;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.health.Severity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one sentence that answers before anything else is read. */
final class VerdictPane extends HBox {

  private final FontIcon icon = CardKit.icon(Feather.HOME, "verdict-icon");

  VerdictPane(CardKit kit) {
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
    getChildren().addAll(CardKit.styled(new StackPane(icon), "verdict-badge"), words);
    verdict.subscribe(this::show);
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
