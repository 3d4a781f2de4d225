package net.pesulabs.console.page.pods;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.CopyText;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The opened pod: what is the matter with it in words, then everything known of it. */
final class PodDetails extends VBox {

  private record Drawn(Pod pod, Language language) {}

  private final Texts texts;
  private final ZoneId zone;
  private final Function<Pod, Optional<Message>> advice;
  private final SeverityIcon icon = new SeverityIcon(Severity.UNKNOWN);
  private final StackPane name = new StackPane();
  private final Label sentence = new Label();
  private final Label cure = new Label();
  private final VBox body = new VBox();
  private PodRow.@Nullable Seen shown;
  private @Nullable Drawn drawn;

  PodDetails(Texts texts, ZoneId zone, Function<Pod, Optional<Message>> advice, Runnable close) {
    this.texts = texts;
    this.zone = zone;
    this.advice = advice;
    getStyleClass().addAll("pod-details");
    sentence.getStyleClass().add("pod-sentence");
    sentence.setWrapText(true);
    cure.getStyleClass().add("pod-cure");
    cure.setWrapText(true);
    cure.managedProperty().bind(cure.visibleProperty());
    name.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(name, Priority.ALWAYS);
    var head =
        new HBox(
            icon,
            name,
            button(Feather.COPY, Msg.podsCopy(), this::copy),
            button(Feather.X, Msg.podsClose(), close));
    head.getStyleClass().add("pod-head");
    body.getStyleClass().add("pod-body");
    var content = new VBox(sentence, cure, body);
    content.getStyleClass().add("pod-content");
    var scroll = new ScrollPane(content);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    texts.languageProperty().subscribe(language -> draw());
  }

  void show(PodRow.Seen seen) {
    shown = seen;
    draw();
  }

  /** The sentence may change each second; the rest is left alone, so that a selection stays. */
  private void draw() {
    if (shown == null) {
      return;
    }
    Pod pod = shown.pod();
    icon.show(shown.health().severity());
    sentence.setText(texts.say(shown.health().text()));
    Optional<Message> what = advice.apply(pod);
    cure.setVisible(what.isPresent());
    cure.setText(what.map(texts::say).orElse(""));
    var next = new Drawn(pod, texts.language());
    if (!next.equals(drawn)) {
      drawn = next;
      name.getChildren().setAll(text(pod.name(), "pod-name"));
      body.getChildren().setAll(pod.containers().stream().map(this::container).toList());
      body.getChildren().add(grid(PodFacts.of(pod, zone)));
    }
  }

  private Node container(Pod.Container container) {
    var title = new Label(container.name());
    title.getStyleClass().add("strong");
    var state = new Label(texts.say(PodFacts.state(container)));
    state.getStyleClass().add("muted");
    state.setGraphic(new SeverityIcon(PodFacts.severity(container)));
    var head = new HBox(title, state);
    head.getStyleClass().add("container-head");
    if (container.sidecar() || container.init()) {
      Message kind = container.sidecar() ? Msg.podsSidecar() : Msg.podsInit();
      var tag = new Label(texts.say(kind));
      tag.getStyleClass().add("tag");
      head.getChildren().add(1, tag);
    }
    var box = new VBox(head, grid(PodFacts.of(container)));
    box.getStyleClass().add("container");
    return box;
  }

  private Columns grid(List<PodFacts.Fact> facts) {
    var columns = new Columns(200, 4, 8);
    columns.getStyleClass().add("fact-grid");
    for (PodFacts.Fact fact : facts) {
      var title = new Label(texts.say(fact.name()));
      title.getStyleClass().add("fact-name");
      CopyText value = text(texts.say(fact.value()), "fact-text");
      title.setLabelFor(value);
      columns.getChildren().add(new VBox(title, value));
    }
    return columns;
  }

  private void copy() {
    if (shown != null) {
      CopyText.copy(PodFacts.report(shown, texts.language(), zone));
    }
  }

  private CopyText text(String text, String style) {
    return new CopyText(text, texts.say(Msg.podsCopyText()), style);
  }

  private Button button(Feather shape, Message words, Runnable action) {
    var button = new Button(null, new FontIcon(shape));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setOnAction(event -> action.run());
    return texts.explain(button, words);
  }
}
