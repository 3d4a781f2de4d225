package net.pesulabs.console.page.gpu.fit;

import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageContext;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The planner on the GPU page: a line that folds open. FX thread only. */
public final class FitCard extends VBox {

  /** How narrow form and answer may become before they stand one below the other. */
  private static final double NARROWEST = 320;

  /** What is left free above it. */
  private static final double MARGIN = 14;

  private final FitViewModel model;
  private final Texts texts;
  private final Now now;
  private final BooleanProperty unfolded = new SimpleBooleanProperty();

  FitCard(FitViewModel model, Texts texts, Now now) {
    this.model = model;
    this.texts = texts;
    this.now = now;
    getStyleClass().addAll("card", "fit-card");
    getChildren().add(head());
    unfolded.subscribe(this::unfold);
  }

  /** The planner, which follows nothing until it is activated. */
  public static FitCard create(PageContext context) {
    Executor background = task -> Thread.ofVirtual().name("model-file").start(task);
    return new FitCard(
        new FitViewModel(
            context.homelab(),
            context.settings(),
            context.pulse(),
            context.now(),
            HeaderReader.OF_FILES,
            background),
        context.texts(),
        context.now());
  }

  public void activate() {
    model.activate();
  }

  public void deactivate() {
    model.deactivate();
  }

  FitViewModel model() {
    return model;
  }

  private Button head() {
    Label title = texts.on(new Label(), Msg.plannerTitle());
    title.getStyleClass().add("card-title");
    Label about = texts.on(new Label(), Msg.plannerAbout());
    about.getStyleClass().addAll("muted", "small");
    about.setMinWidth(0);
    var words = new VBox(title, about);
    HBox.setHgrow(words, Priority.ALWAYS);
    var chevron = new FontIcon(Feather.CHEVRON_DOWN);
    unfolded.subscribe(
        open -> chevron.setIconCode(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    var content = new HBox(new FontIcon(Feather.LAYERS), words, chevron);
    content.getStyleClass().add("fit-head");
    var head = new Button();
    head.setGraphic(content);
    head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    head.getStyleClass().add("fit-fold");
    head.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(head.widthProperty().subtract(2));
    head.accessibleTextProperty()
        .bind(texts.of(unfolded.map(open -> open ? Msg.plannerFold() : Msg.plannerUnfold())));
    head.setOnAction(event -> unfolded.set(!unfolded.get()));
    return head;
  }

  /** Built when first wanted: most who look at the card plan nothing. */
  private void unfold(boolean open) {
    if (open && getChildren().size() == 1) {
      var kit = new Kit(texts, model);
      var columns = new Columns(NARROWEST, 2, 28, new FitInputs(kit), new FitOutcome(kit, now));
      var body = new VBox(columns);
      body.getStyleClass().add("fit-body");
      getChildren().add(body);
    }
    if (getChildren().size() > 1) {
      Kit.showIf(getChildren().getLast(), open);
    }
    if (open) {
      reveal();
    }
  }

  /** What was unfolded is below the page's edge, as a rule: scrolls to it. */
  private void reveal() {
    Parent above = getParent();
    while (above != null && !(above instanceof ScrollPane)) {
      above = above.getParent();
    }
    if (above instanceof ScrollPane pane) {
      pane.applyCss();
      pane.layout();
      Node content = pane.getContent();
      double top = content.sceneToLocal(localToScene(0, 0)).getY() - MARGIN;
      double hidden = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
      if (hidden > 0) {
        pane.setVvalue(Math.clamp(top / hidden, 0, 1));
      }
    }
  }
}
