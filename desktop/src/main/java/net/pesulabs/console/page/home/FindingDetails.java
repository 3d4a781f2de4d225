package net.pesulabs.console.page.home;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;

/**
 * The technical layer of a concern: what to do, which object it is about, what that rests on, and
 * what goes with it.
 */
final class FindingDetails extends VBox {

  FindingDetails(Texts texts, Concern concern) {
    getStyleClass().add("finding-details");
    Finding finding = concern.leading();
    getChildren().add(wrapped(texts.on(new Label(), finding.advice()), "finding-advice"));
    getChildren().add(wrapped(new Label(finding.object()), "finding-object"));
    if (!finding.evidence().isEmpty()) {
      getChildren()
          .add(wrapped(new Label(String.join("\n", finding.evidence())), "finding-evidence"));
    }
    if (!concern.folded().isEmpty()) {
      var lines = CardKit.styled(new VBox(), "folded");
      concern.folded().forEach(folded -> lines.getChildren().add(new FoldedLine(texts, folded)));
      getChildren().add(lines);
    }
  }

  private static Label wrapped(Label label, String style) {
    label.setWrapText(true);
    label.setMinWidth(0);
    return CardKit.styled(label, style);
  }
}
