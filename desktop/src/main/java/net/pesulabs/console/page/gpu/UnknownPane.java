package net.pesulabs.console.page.gpu;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the place of figures while there are none: why, and what to do. */
final class UnknownPane extends VBox {

  UnknownPane(Texts texts, GpuViewModel model) {
    getStyleClass().addAll("card", "gpu-unknown");
    ObservableValue<GpuStatus.Kind> kind = model.status().map(GpuStatus::kind);
    var icon = new FontIcon(Feather.HELP_CIRCLE);
    icon.getStyleClass().add("gpu-unknown-icon");
    kind.subscribe(
        k -> icon.setIconCode(k == GpuStatus.Kind.WAITING ? Feather.LOADER : Feather.HELP_CIRCLE));
    Label why =
        texts.on(
            new Label(),
            model
                .status()
                .map(status -> status.note() == null ? status.headline() : status.note()));
    why.getStyleClass().add("gpu-unknown-title");
    why.setWrapText(true);
    var asked = new Label();
    asked.getStyleClass().addAll("mono", "small", "muted");
    asked.textProperty().bind(model.gpu().map(reading -> reading.origin().address()));
    var cure = new VBox(cureTitle(texts));
    cure.getStyleClass().add("gpu-cure");
    Message[] steps = {Msg.gpuCureTailnet(), Msg.gpuCureMachine(), Msg.gpuCureExporter()};
    for (int i = 0; i < steps.length; i++) {
      cure.getChildren().add(step(texts, i + 1, steps[i]));
    }
    var line = new Label("ARGS=\"--collector.drm\"");
    line.getStyleClass().addAll("mono", "gpu-cure-line");
    cure.getChildren().add(line);
    cure.visibleProperty().bind(kind.map(GpuStatus.Kind.UNKNOWN::equals));
    cure.managedProperty().bind(cure.visibleProperty());
    var head = new HBox(icon, new VBox(why, asked));
    head.getStyleClass().add("gpu-unknown-head");
    setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(head, cure);
  }

  private static Label cureTitle(Texts texts) {
    Label title = texts.on(new Label(), Msg.gpuCureTitle());
    title.getStyleClass().add("strong");
    return title;
  }

  private static Node step(Texts texts, int number, Message words) {
    Label mark = texts.on(new Label(), Localized.verbatim(Integer.toString(number)));
    mark.getStyleClass().add("gpu-step");
    Label text = texts.on(new Label(), words);
    text.setWrapText(true);
    var step = new HBox(mark, text);
    step.getStyleClass().add("gpu-step-row");
    return step;
  }
}
