package net.pesulabs.console.page.gpu;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page's head: what the card is doing, whose it is, what that means, and how it is known. */
final class StatusHeader extends HBox {

  private static final PseudoClass WORKING = PseudoClass.getPseudoClass("working");

  private final Texts texts;
  private final GpuViewModel model;

  StatusHeader(Texts texts, GpuViewModel model) {
    this.texts = texts;
    this.model = model;
    getStyleClass().add("gpu-header");
    setAlignment(Pos.CENTER_LEFT);
    ObservableValue<GpuStatus> status = model.status();
    var title = new Label();
    title.getStyleClass().addAll("muted", "gpu-title");
    title
        .textProperty()
        .bind(Bindings.createStringBinding(this::title, model.gpu(), texts.languageProperty()));
    Label headline = texts.on(new Label(), status.map(GpuStatus::headline));
    headline.getStyleClass().add("page-title");
    headline.setWrapText(true);
    headline.setGraphic(new SeverityIcon(status.map(GpuStatus::severity)));
    Label note = texts.on(new Label(), status.map(GpuStatus::note));
    note.getStyleClass().addAll("muted", "gpu-note");
    note.setWrapText(true);
    // Where there are no figures of now, the note is the reason, which stands in its own place.
    note.visibleProperty()
        .bind(status.map(s -> s.note() != null && s.kind() == GpuStatus.Kind.HEARD));
    note.managedProperty().bind(note.visibleProperty());
    var words = new VBox(title, headline, note);
    words.getStyleClass().add("gpu-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(badge(), words, origin());
  }

  private String title() {
    String host = model.gpu().getValue().known().map(GpuNode::host).orElse("");
    if (host.isEmpty()) {
      return texts.say(Msg.sourceGpu());
    }
    String whose = texts.say(Msg.gpuTitleOf(host));
    return model.cards().isEmpty() ? whose : whose + " · " + model.nameOf(model.cards().getFirst());
  }

  private StackPane badge() {
    var icon = new FontIcon(ConditionIcons.of(model.status().get()));
    var badge = new StackPane(icon);
    badge.getStyleClass().add("gpu-badge");
    badge.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    model
        .status()
        .subscribe(status -> {
          icon.setIconCode(ConditionIcons.of(status));
          badge.pseudoClassStateChanged(
              WORKING,
              status.condition() != null
                  && !status.severity().wantsCare()
                  && switch (status.condition()) {
                    case WORKING, AT_POWER_LIMIT -> true;
                    default -> false;
                  });
          for (Severity each : new Severity[] {Severity.WARNING, Severity.CRITICAL}) {
            badge.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                status.severity() == each);
          }
        });
    return badge;
  }

  /** Where the figures come from, by which way, and how old they are. */
  private Label origin() {
    var origin = new Label();
    origin.getStyleClass().addAll("muted", "small", "gpu-origin");
    origin.setWrapText(true);
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
                              Msg.gpuStatesOrigin(
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
