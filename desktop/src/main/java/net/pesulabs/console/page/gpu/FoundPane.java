package net.pesulabs.console.page.gpu;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * What is wrong with the cards and their machine: what it is, what it means, what to do and since
 * when. Takes no room while nothing is.
 */
final class FoundPane extends VBox {

  private final Texts texts;
  private final GpuViewModel model;

  FoundPane(Texts texts, GpuViewModel model) {
    this.texts = texts;
    this.model = model;
    getStyleClass().add("gpu-found");
    model.found().subscribe(this::show);
    visibleProperty().bind(model.found().map(found -> !found.isEmpty()));
    managedProperty().bind(visibleProperty());
  }

  private void show(List<Finding> found) {
    getChildren().setAll(found.stream().map(this::row).toList());
  }

  private Node row(Finding finding) {
    var words = new VBox(line(finding.text(), "strong"));
    words.setMinWidth(0);
    words.getStyleClass().add("gpu-found-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    CardCondition condition = CardCondition.ofCause(finding.cause());
    if (condition != null) {
      words.getChildren().add(line(condition.explanation(), "gpu-found-why"));
    }
    words.getChildren().add(line(Msg.gpuStatesToDo(finding.advice()), "gpu-found-advice"));
    var row = new HBox(new SeverityIcon(finding.severity()), words);
    row.getStyleClass().addAll("gpu-found-row", "gpu-found-" + finding.severity().id());
    if (finding.since() != null) {
      row.getChildren().add(since(finding.since()));
    }
    return row;
  }

  private Label line(Localized text, String style) {
    Label label = texts.on(new Label(), text);
    label.setWrapText(true);
    label.setMinWidth(0);
    label.getStyleClass().add(style);
    return label;
  }

  private Label since(Instant since) {
    var label = new Label();
    label.getStyleClass().addAll("muted", "small");
    label.setMinWidth(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.say(
                        Msg.homeFindingSince(
                            Quantity.roughly(Duration.between(since, model.now().getValue())))),
                model.now(),
                texts.languageProperty()));
    return label;
  }
}
