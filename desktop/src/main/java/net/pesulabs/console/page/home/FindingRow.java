package net.pesulabs.console.page.home;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** One thing that wants care: what is wrong, what to do, and for the curious the object. */
final class FindingRow extends HBox {

  /** The object may take two lines; what is wrong has the better part of the row. */
  private static final double SIDE = 250;

  FindingRow(CardKit kit, Finding finding) {
    getStyleClass().addAll("finding", "finding-" + finding.severity().id());
    var texts = kit.texts();

    var text = CardKit.styled(texts.on(new Label(), finding.text()), "finding-text");
    var advice = CardKit.styled(texts.on(new Label(), finding.advice()), "finding-advice");
    text.setWrapText(true);
    advice.setWrapText(true);
    var words = new VBox(text, advice);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);

    var object = CardKit.styled(new Label(finding.object()), "finding-object");
    if (!finding.evidence().isEmpty()) {
      object.setTooltip(new Tooltip(String.join("\n", finding.evidence())));
    }
    var side = CardKit.styled(new VBox(object), "finding-side");
    object.setWrapText(true);
    side.setMinWidth(SIDE / 2);
    side.setMaxWidth(SIDE);
    Instant since = finding.since();
    if (since != null) {
      side.getChildren().add(since(kit, since));
    }
    getChildren().addAll(new SeverityIcon(finding.severity()), words, side);
    accessibleTextProperty()
        .bind(
            texts.of(
                language -> finding.text().in(language) + ". " + finding.advice().in(language)));
  }

  private static Label since(CardKit kit, Instant since) {
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
