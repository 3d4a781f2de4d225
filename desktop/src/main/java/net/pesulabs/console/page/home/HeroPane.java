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
final class HeroPane extends HBox {

  private final FontIcon icon = CardKit.icon(Feather.HOME, "hero-icon");

  HeroPane(CardKit kit) {
    getStyleClass().add("hero");
    var verdict = kit.model().verdictProperty();
    var texts = kit.texts();

    var house = CardKit.styled(new Label(), "hero-house");
    house.textProperty().bind(kit.model().sightProperty().map(sight -> sight.profile().name()));
    var title = CardKit.styled(texts.on(new Label(), verdict.map(Verdict::title)), "hero-title");
    var detail = CardKit.styled(texts.on(new Label(), verdict.map(Verdict::detail)), "hero-detail");
    title.setWrapText(true);
    detail.setWrapText(true);

    var words = new VBox(house, title, detail);
    words.getStyleClass().add("hero-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(CardKit.styled(new StackPane(icon), "hero-badge"), words);
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
    getStyleClass().removeIf(style -> style.startsWith("hero-"));
    getStyleClass().add("hero-" + verdict.severity().id());
  }
}
