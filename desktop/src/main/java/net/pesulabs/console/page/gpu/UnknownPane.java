package net.pesulabs.console.page.gpu;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.doctor.ExporterCures;
import net.pesulabs.console.doctor.Fix;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.CommandBox;
import net.pesulabs.console.page.Doors;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the place of a card's figures while there are none: why, and what to do. */
final class UnknownPane extends VBox {

  /** What is shown; the same is not built twice, for somebody may be about to copy from it. */
  private record Shown(
      GpuStatus.Kind kind,
      Message title,
      @Nullable Message why,
      String asked,
      String machine,
      Language language) {}

  private final Texts texts;
  private final GpuViewModel model;
  private final Doors doors;
  private final ObservableValue<Shown> wanted; // held here, for what it depends on does not
  private @Nullable Shown shown;

  UnknownPane(Texts texts, GpuViewModel model, Doors doors) {
    this.texts = texts;
    this.model = model;
    this.doors = doors;
    getStyleClass().addAll("card", "gpu-unknown");
    wanted =
        Bindings.createObjectBinding(
            this::now, model.status(), model.gpu(), texts.languageProperty());
    wanted.subscribe(this::show);
    visibleProperty().bind(model.status().map(status -> !status.hasFigures()));
    managedProperty().bind(visibleProperty());
  }

  private Shown now() {
    GpuStatus status = model.status().get();
    return new Shown(
        status.kind(),
        status.headline(),
        status.note(),
        model.gpu().getValue().origin().address(),
        model.machineName(),
        texts.language());
  }

  private void show(Shown next) {
    if (next.equals(shown) || model.status().get().hasFigures()) {
      return;
    }
    shown = next;
    var icon = new FontIcon(ConditionIcons.of(model.status().get()));
    icon.getStyleClass().add("gpu-unknown-icon");
    // Unknown is the headline of the page already: here stands why.
    boolean reasonFirst = next.kind() == GpuStatus.Kind.UNKNOWN;
    var words =
        new VBox(
            line(
                reasonFirst && next.why() != null ? next.why() : next.title(),
                "gpu-unknown-title"));
    // What is found of a card that has vanished stands above, with its explanation.
    if (next.why() != null && !reasonFirst && next.kind() != GpuStatus.Kind.VANISHED) {
      words.getChildren().add(line(next.why(), "gpu-unknown-why"));
    }
    if (!next.asked().isEmpty()) {
      var asked = new Label(next.asked());
      asked.getStyleClass().addAll("mono", "small", "muted");
      words.getChildren().add(asked);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    words.getStyleClass().add("gpu-unknown-words");
    var head = new HBox(icon, words);
    head.getStyleClass().add("gpu-unknown-head");
    getChildren().setAll(head);
    Fix fix = fix(next);
    if (fix != null) {
      getChildren().add(cure(fix));
    }
  }

  private static @Nullable Fix fix(Shown shown) {
    return switch (shown.kind()) {
      case WAITING, HEARD -> null;
      case NO_CARD, VANISHED -> ExporterCures.noCard(shown.machine());
      case UNKNOWN, STALE ->
          ExporterCures.of(Objects.requireNonNullElse(shown.why(), shown.title()), shown.machine());
    };
  }

  private VBox cure(Fix fix) {
    var cure = new VBox(line(fix.who().title(), "strong"), line(fix.how(), "gpu-cure-how"));
    cure.getStyleClass().add("gpu-cure");
    fix.commands().forEach(command -> cure.getChildren().add(new CommandBox(command, texts)));
    if (doors.leadTo(Doors.Room.DOCTOR)) {
      var examine = new Hyperlink(texts.say(Msg.gpuStatesExamine()));
      examine.setOnAction(event -> doors.open(Doors.Room.DOCTOR, "gpu"));
      cure.getChildren().add(examine);
    }
    return cure;
  }

  private Label line(Localized text, String style) {
    var label = new Label(texts.say(text));
    label.setWrapText(true);
    label.setMinWidth(0);
    label.getStyleClass().add(style);
    return label;
  }
}
