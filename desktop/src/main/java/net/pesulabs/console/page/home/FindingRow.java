package net.pesulabs.console.page.home;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * One thing that wants care: what is wrong, what to do, for the curious the object, and on demand
 * what goes with it.
 */
final class FindingRow extends HBox {

  /** The object may take two lines; what is wrong has the better part of the row. */
  private static final double SIDE = 380;

  private final CardKit kit;
  private final Concern concern;

  /**
   * A row.
   *
   * @param open whether what goes with it is shown at first
   * @param onOpen hears when that changes
   */
  FindingRow(CardKit kit, Concern concern, boolean open, Consumer<Boolean> onOpen) {
    this.kit = kit;
    this.concern = concern;
    Finding finding = concern.leading();
    getStyleClass().addAll("finding", "finding-" + concern.severity().id());
    var texts = kit.texts();

    var text = CardKit.styled(texts.on(new Label(), finding.text()), "finding-text");
    var advice = CardKit.styled(texts.on(new Label(), finding.advice()), "finding-advice");
    text.setWrapText(true);
    advice.setWrapText(true);
    var words = new VBox(text, advice);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!concern.folded().isEmpty()) {
      addFolded(words, open, onOpen);
    }

    var object = CardKit.styled(new Label(finding.object()), "finding-object");
    if (!finding.evidence().isEmpty()) {
      object.setTooltip(new Tooltip(String.join("\n", finding.evidence())));
    }
    var side = CardKit.styled(new VBox(object), "finding-side");
    object.setWrapText(true);
    side.setMinWidth(SIDE / 3);
    side.setMaxWidth(SIDE);
    Instant since = finding.since();
    if (since != null) {
      side.getChildren().add(since(since));
    }
    getChildren().addAll(new SeverityIcon(concern.severity()), words, side);
    accessibleTextProperty()
        .bind(
            texts.of(
                language -> finding.text().in(language) + ". " + finding.advice().in(language)));
  }

  /** What it says; a row is made for one. */
  Concern concern() {
    return concern;
  }

  private void addFolded(VBox words, boolean open, Consumer<Boolean> onOpen) {
    var texts = kit.texts();
    var isOpen = new SimpleBooleanProperty(open);
    isOpen.subscribe(onOpen);
    var lines =
        CardKit.styled(
            new VBox(
                concern.folded().stream()
                    .map(folded -> new FoldedLine(texts, folded))
                    .toArray(FoldedLine[]::new)),
            "folded");
    lines.visibleProperty().bind(isOpen);
    lines.managedProperty().bind(isOpen);
    var toggle = CardKit.styled(new Hyperlink(), "folded-toggle");
    toggle.setOnAction(event -> {
      isOpen.set(!isOpen.get());
      toggle.setVisited(false);
    });
    toggle
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.say(
                        isOpen.get()
                            ? Msg.homeFoldedHide()
                            : Msg.homeFoldedShow(concern.foldedCount())),
                isOpen,
                texts.languageProperty()));
    words.getChildren().addAll(toggle, lines);
  }

  private Label since(Instant since) {
    var label = CardKit.styled(new Label(), "finding-since");
    var now = kit.model().nowProperty();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    kit.texts()
                        .say(
                            Msg.homeFindingSince(
                                Quantity.duration(Duration.between(since, now.get())))),
                now,
                kit.texts().languageProperty()));
    return label;
  }
}
