package net.pesulabs.console.page.home;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** What wants care, the worst first: a few at once, the rest on demand. */
final class FindingsCard extends VBox {

  private final CardKit kit;
  private final VBox rows = CardKit.styled(new VBox(), "findings");
  private final Hyperlink more = new Hyperlink();

  /** Those whose technical layer somebody has opened. */
  private final Set<String> open = new HashSet<>();

  private Map<String, FindingRow> shown = new HashMap<>();

  FindingsCard(CardKit kit) {
    this.kit = kit;
    getStyleClass().add("card");
    BooleanProperty all = kit.model().showsAllProperty();
    more.setOnAction(event -> all.set(!all.get()));
    more.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::moreText,
                all,
                kit.model().furtherProperty(),
                kit.texts().languageProperty()));
    kit.model().troublesProperty().subscribe(this::show);
    // While the house is not seen, that nothing is found means nothing.
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    !kit.model().troublesProperty().get().isEmpty()
                        || kit.model().verdictProperty().get().seesSomething(),
                kit.model().troublesProperty(),
                kit.model().verdictProperty()));
    managedProperty().bind(visibleProperty());
  }

  private void show(List<Trouble> troubles) {
    if (troubles.isEmpty()) {
      shown.clear();
      getChildren().setAll(quiet());
      return;
    }
    var next = new HashMap<String, FindingRow>();
    List<FindingRow> wanted = troubles.stream().map(this::row).toList();
    wanted.forEach(row -> next.put(row.trouble().concern().id(), row));
    shown = next;
    if (!rows.getChildren().equals(wanted)) {
      rows.getChildren().setAll(wanted);
    }
    getChildren().setAll(kit.title(Feather.CLIPBOARD, Msg.homeFindingsTitle()), rows);
    if (kit.model().furtherProperty().get() > 0) {
      getChildren().add(more);
    }
  }

  /** The row that is there, where it still says the same. */
  private FindingRow row(Trouble trouble) {
    String id = trouble.concern().id();
    FindingRow there = shown.get(id);
    return there != null && there.trouble().equals(trouble)
        ? there
        : new FindingRow(
            kit,
            trouble,
            open.contains(id),
            isOpen -> {
              if (isOpen) {
                open.add(id);
              } else {
                open.remove(id);
              }
            });
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
    return kit.texts()
        .say(
            kit.model().showsAllProperty().get()
                ? Msg.homeFindingsFewer()
                : Msg.homeFindingsMore(kit.model().furtherProperty().get()));
  }
}
