package net.pesulabs.console.app;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Settings.Theme;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageContext;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The pages down the left side, and below them the two switches everyone looks for: language and
 * theme.
 */
final class Rail {

  private final VBox root = new VBox();

  Rail(
      Session session,
      PageContext context,
      ObservableValue<PageId> current,
      Consumer<PageId> show) {
    Texts texts = context.texts();
    var group = new ToggleGroup();
    root.getStyleClass().add("rail");
    for (PageId page : PageId.values()) {
      var button = texts.on(new ToggleButton(null, new FontIcon(page.icon())), page.title());
      button.getStyleClass().add("rail-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setToggleGroup(group);
      button.setOnAction(event -> {
        button.setSelected(true); // a second click would switch it off
        show.accept(page);
      });
      current.subscribe(now -> {
        button.setSelected(now == page);
        button.setVisible(now != null); // before the first page there is no house yet
      });
      root.getChildren().add(button);
    }
    var space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    root.getChildren().addAll(space, new HBox(language(session, texts), theme(session, texts)));
  }

  VBox root() {
    return root;
  }

  private static Button language(Session session, Texts texts) {
    var button = new Button(null, new FontIcon(Feather.GLOBE));
    button.getStyleClass().add("flat");
    button.textProperty().bind(texts.languageProperty().map(Rail::other).map(Language::ownName));
    texts.explain(button, Msg.appSwitchLanguage());
    button.setOnAction(event -> {
      Language other = other(texts.language());
      session.settings().update(settings -> settings.withLanguage(other));
    });
    return button;
  }

  private static Language other(Language language) {
    return language == Language.ES ? Language.EN : Language.ES;
  }

  private static Button theme(Session session, Texts texts) {
    var icon = new FontIcon(Feather.MOON);
    var button = new Button(null, icon);
    button.getStyleClass().addAll("button-icon", "flat");
    texts.explain(button, Msg.appSwitchTheme());
    button.setOnAction(event ->
        session
            .settings()
            .update(settings -> settings.withTheme(Look.isDark() ? Theme.LIGHT : Theme.DARK)));
    return button;
  }
}
