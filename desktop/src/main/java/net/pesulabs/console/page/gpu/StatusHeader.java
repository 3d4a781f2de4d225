package net.pesulabs.console.page.gpu;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page's head: whose card it is, what it is doing, and how that is known. */
final class StatusHeader extends HBox {

  private static final PseudoClass WORKING = PseudoClass.getPseudoClass("working");

  StatusHeader(Texts texts, GpuViewModel model) {
    getStyleClass().add("gpu-header");
    setAlignment(Pos.CENTER_LEFT);
    var title = new Label();
    title.getStyleClass().add("page-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.say(
                        model
                            .gpu()
                            .getValue()
                            .known()
                            .map(node -> Msg.gpuTitleOf(node.host()))
                            .orElse(Msg.sourceGpu())),
                model.gpu(),
                texts.languageProperty()));
    Label headline = texts.on(new Label(), model.status().map(GpuStatus::headline));
    headline.getStyleClass().add("headline");
    headline.setGraphic(new SeverityIcon(model.status().map(GpuStatus::severity)));
    Label note = texts.on(new Label(), model.status().map(GpuStatus::note));
    note.getStyleClass().addAll("muted", "small");
    note.setWrapText(true);
    // In a stale or unknown state the note is the reason, which stands in its own place below.
    note.visibleProperty()
        .bind(
            model
                .status()
                .map(s -> s.note() != null && s.hasFigures() && s.kind() != GpuStatus.Kind.STALE));
    note.managedProperty().bind(note.visibleProperty());
    var words = new VBox(title, headline, note);
    words.getStyleClass().add("gpu-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(badge(model), words, origin(texts, model));
  }

  private static StackPane badge(GpuViewModel model) {
    var icon = new FontIcon(Feather.CPU);
    var badge = new StackPane(icon);
    badge.getStyleClass().add("gpu-badge");
    model
        .status()
        .subscribe(status -> {
          icon.setIconCode(shape(status.kind()));
          badge.pseudoClassStateChanged(WORKING, status.kind() == GpuStatus.Kind.WORKING);
        });
    return badge;
  }

  private static Feather shape(GpuStatus.Kind kind) {
    return switch (kind) {
      case WAITING -> Feather.LOADER;
      case UNKNOWN, NO_CARD -> Feather.HELP_CIRCLE;
      case STALE -> Feather.CLOCK;
      case WORKING -> Feather.ACTIVITY;
      case IDLE, PHANTOM_BUSY -> Feather.PAUSE;
      case ASLEEP -> Feather.MOON;
    };
  }

  /** Where the figures come from, by which way, and how old they are. */
  private static Label origin(Texts texts, GpuViewModel model) {
    var origin = new Label();
    origin.getStyleClass().addAll("muted", "small", "gpu-origin");
    origin.setMinWidth(USE_PREF_SIZE);
    origin
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Reading<GpuNode> reading = model.gpu().getValue();
                  return reading
                      .age(model.now().getValue())
                      .map(age ->
                          texts.say(
                              Msg.gpuOrigin(
                                  reading.origin().address(),
                                  reading.origin().route().title(),
                                  Msg.readingAge(Quantity.duration(age)))))
                      .orElse("");
                },
                model.gpu(),
                model.now(),
                texts.languageProperty()));
    return origin;
  }
}
