package net.pesulabs.console.page.home;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.i18n.Msg;

/** What goes with a finding: one line a cause, and of whom else it is true. */
final class FoldedLine extends HBox {

  FoldedLine(Texts texts, Concern.Folded folded) {
    getStyleClass().add("folded-line");
    var text = new Label();
    text.setWrapText(true);
    text.setMinWidth(0);
    text.textProperty()
        .bind(
            texts.of(language -> {
              String first = folded.first().text().in(language);
              return folded.count() == 1
                  ? first
                  : Msg.homeFoldedAlike(first, folded.count() - 1).in(language);
            }));
    var words = new VBox(text);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (folded.count() > 1) {
      words.getChildren().add(others(folded));
    }
    getChildren().addAll(new SeverityIcon(folded.first().severity()), words);
  }

  /**
   * The names of the others, as far as they are told; what they are is the same as of the first.
   */
  private static Label others(Concern.Folded folded) {
    String names =
        folded.objects().stream()
            .skip(1)
            .map(object -> object.substring(object.lastIndexOf('/') + 1))
            .collect(Collectors.joining(", "));
    boolean all = folded.count() == folded.objects().size();
    var label = CardKit.styled(new Label(all ? names : names + "…"), "folded-names");
    label.setWrapText(true);
    label.setMinWidth(0);
    return label;
  }
}
