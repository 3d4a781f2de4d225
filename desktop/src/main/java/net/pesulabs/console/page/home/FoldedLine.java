package net.pesulabs.console.page.home;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.i18n.Msg;

/** What goes with a finding: one line a cause, its objects in the tooltip. */
final class FoldedLine extends HBox {

  FoldedLine(Texts texts, Concern.Folded folded) {
    getStyleClass().add("folded-line");
    var text = new Label();
    text.setWrapText(true);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.textProperty()
        .bind(
            texts.of(language -> {
              String first = folded.first().text().in(language);
              return folded.count() == 1
                  ? first
                  : Msg.homeFoldedAlike(first, folded.count() - 1).in(language);
            }));
    String objects = String.join("\n", folded.objects());
    text.setTooltip(
        new Tooltip(folded.count() > folded.objects().size() ? objects + "\n…" : objects));
    getChildren().addAll(new SeverityIcon(folded.first().severity()), text);
  }
}
