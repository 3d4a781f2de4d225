package net.pesulabs.console.page.home;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * One thing that wants care: what it means for people and what is wrong; the technical layer is one
 * click below.
 */
final class FindingRow extends HBox {

  private final CardKit kit;
  private final Trouble trouble;

  /**
   * A row.
   *
   * @param open whether the technical layer is shown at first
   * @param onOpen hears when that changes
   */
  FindingRow(CardKit kit, Trouble trouble, boolean open, Consumer<Boolean> onOpen) {
    this.kit = kit;
    this.trouble = trouble;
    Concern concern = trouble.concern();
    Finding finding = concern.leading();
    getStyleClass().addAll("finding", "finding-" + concern.severity().id());
    var texts = kit.texts();

    var words = new VBox(line(texts.on(new Label(), trouble.headline()), "finding-text"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (trouble.meaning() != null) {
      words.getChildren().add(line(texts.on(new Label(), finding.text()), "finding-why"));
    }
    addDetails(words, open, onOpen);
    getChildren().addAll(new SeverityIcon(concern.severity()), words);
    Instant since = finding.since();
    if (since != null) {
      getChildren().add(since(since));
    }
    accessibleTextProperty()
        .bind(
            texts.of(language ->
                trouble.headline().in(language)
                    + " "
                    + finding.text().in(language)
                    + ". "
                    + finding.advice().in(language)));
  }

  /** What it says; a row is made for one. */
  Trouble trouble() {
    return trouble;
  }

  private static Label line(Label label, String style) {
    label.setWrapText(true);
    return CardKit.styled(label, style);
  }

  private void addDetails(VBox words, boolean open, Consumer<Boolean> onOpen) {
    var isOpen = new SimpleBooleanProperty(open);
    isOpen.subscribe(onOpen);
    var details = new FindingDetails(kit.texts(), trouble.concern());
    details.visibleProperty().bind(isOpen);
    details.managedProperty().bind(isOpen);
    words.getChildren().addAll(toggle(isOpen), details);
  }

  private Hyperlink toggle(BooleanProperty isOpen) {
    var toggle = CardKit.styled(new Hyperlink(), "details-toggle");
    toggle.setOnAction(event -> {
      isOpen.set(!isOpen.get());
      toggle.setVisited(false);
    });
    toggle
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    kit.texts()
                        .say(
                            isOpen.get()
                                ? Msg.homeDetailsHide()
                                : Msg.homeDetailsShow(trouble.concern().foldedCount())),
                isOpen,
                kit.texts().languageProperty()));
    return toggle;
  }

  private Label since(Instant since) {
    var label = CardKit.styled(new Label(), "finding-since");
    label.setMinWidth(USE_PREF_SIZE);
    var now = kit.model().nowProperty();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    kit.texts()
                        .say(
                            Msg.homeFindingSince(
                                Quantity.roughly(Duration.between(since, now.get())))),
                now,
                kit.texts().languageProperty()));
    return label;
  }
}
