package net.pesulabs.console.page.home;

import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.health.Happening;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;

/** The last changes of the house: a few at once, the rest on demand. */
final class LatelyCard extends VBox {

  private static final int FEW = 5;

  private final CardKit kit;
  private final VBox rows = CardKit.styled(new VBox(), "lately");
  private final Hyperlink more = new Hyperlink();
  private boolean all;

  LatelyCard(CardKit kit) {
    this.kit = kit;
    getStyleClass().add("card");
    more.setOnAction(event -> {
      all = !all;
      more.setVisited(false);
      show(kit.model().latelyProperty().get());
    });
    more.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::moreText, rows.getChildren(), kit.texts().languageProperty()));
    getChildren().addAll(kit.title(Feather.CLOCK, Msg.homeLatelyTitle()), rows, more);
    kit.model().latelyProperty().subscribe(this::show);
    visibleProperty().bind(kit.model().latelyProperty().map(list -> !list.isEmpty()));
    managedProperty().bind(visibleProperty());
  }

  private void show(List<Happening> happenings) {
    rows.getChildren()
        .setAll(
            happenings.stream()
                .limit(all ? happenings.size() : FEW)
                .map(this::row)
                .toArray(HBox[]::new));
    more.setVisible(happenings.size() > FEW);
    more.setManaged(more.isVisible());
  }

  private HBox row(Happening happening) {
    var text = CardKit.styled(kit.texts().on(new Label(), happening.text()), "lately-text");
    text.setWrapText(true);
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(new SeverityIcon(happening.severity()), text, when(happening));
    return CardKit.styled(row, "lately-row");
  }

  private Label when(Happening happening) {
    var label = CardKit.styled(new Label(), "finding-since");
    label.setMinWidth(USE_PREF_SIZE);
    var now = kit.model().nowProperty();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> kit.texts().say(Msg.homeAgo(age(happening))),
                now,
                kit.texts().languageProperty()));
    return label;
  }

  private Localized age(Happening happening) {
    Duration age = Duration.between(happening.at(), kit.model().nowProperty().get());
    return Quantity.roughly(age);
  }

  private String moreText() {
    int hidden = kit.model().latelyProperty().get().size() - FEW;
    return kit.texts()
        .say(all ? Msg.homeFindingsFewer() : Msg.homeFindingsMore(Math.max(1, hidden)));
  }
}
