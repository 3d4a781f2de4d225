package net.pesulabs.console.page.home;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** What wants care, the worst first: a few at once, the rest on demand. */
final class FindingsCard extends VBox {

  private static final int FEW = 6;

  private final CardKit kit;
  private final VBox rows = CardKit.styled(new VBox(), "findings");
  private final Hyperlink more = new Hyperlink();
  private final BooleanProperty all = new SimpleBooleanProperty();

  FindingsCard(CardKit kit) {
    this.kit = kit;
    getStyleClass().add("card");
    more.setOnAction(event -> all.set(!all.get()));
    all.subscribe(() -> show(kit.model().findingsProperty().get()));
    more.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::moreText,
                all,
                kit.model().findingsProperty(),
                kit.texts().languageProperty()));
    kit.model().findingsProperty().subscribe(this::show);
    // While the house is not seen, that nothing is found means nothing.
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    !kit.model().findingsProperty().get().isEmpty()
                        || kit.model().verdictProperty().get().seesSomething(),
                kit.model().findingsProperty(),
                kit.model().verdictProperty()));
    managedProperty().bind(visibleProperty());
  }

  private void show(List<Finding> findings) {
    if (findings.isEmpty()) {
      getChildren().setAll(quiet());
      return;
    }
    rows.getChildren()
        .setAll(
            findings.stream()
                .limit(all.get() ? findings.size() : FEW)
                .map(finding -> new FindingRow(kit, finding))
                .toList());
    getChildren().setAll(kit.title(Feather.CLIPBOARD, Msg.homeFindingsTitle()), rows);
    if (findings.size() > FEW) {
      getChildren().add(more);
    }
  }

  private HBox quiet() {
    var words = new Label();
    words.setWrapText(true);
    kit.texts()
        .on(
            words,
            kit.model()
                .verdictProperty()
                .map(verdict ->
                    verdict.kind() == Verdict.Kind.FINE
                        ? Msg.homeFindingsNone()
                        : Msg.homeFindingsNoneSeen()));
    return CardKit.styled(
        new HBox(CardKit.icon(Feather.COFFEE, "quiet-icon"), CardKit.styled(words, "muted")),
        "quiet");
  }

  private String moreText() {
    int hidden = kit.model().findingsProperty().get().size() - FEW;
    return kit.texts().say(all.get() ? Msg.homeFindingsFewer() : Msg.homeFindingsMore(hidden));
  }
}
