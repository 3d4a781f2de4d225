package net.pesulabs.console.page.pods;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page's head: its name, how many pods there are, and the filter. */
final class PodsToolbar extends HBox {

  private final CustomTextField filter = new CustomTextField();

  PodsToolbar(Texts texts, PodsViewModel model) {
    getStyleClass().add("pods-toolbar");
    Label title = texts.on(new Label(), Msg.podsTitle());
    title.getStyleClass().add("page-title");
    Label count = texts.on(new Label(), model.count());
    count.getStyleClass().add("page-subtitle");
    filter.setLeft(new FontIcon(Feather.SEARCH));
    filter.getStyleClass().add("pods-filter");
    filter.promptTextProperty().bind(texts.of(Msg.podsFilter()));
    filter.accessibleTextProperty().bind(texts.of(Msg.podsFilter()));
    filter.textProperty().bindBidirectional(model.textProperty());
    ToggleButton problems = texts.on(new ToggleButton(), Msg.podsProblemsOnly());
    problems.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    problems.selectedProperty().bindBidirectional(model.problemsOnlyProperty());
    Node spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    getChildren().addAll(new VBox(title, count), spring, filter, problems);
  }

  TextField filter() {
    return filter;
  }
}
