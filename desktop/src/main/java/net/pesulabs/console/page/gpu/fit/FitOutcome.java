package net.pesulabs.console.page.gpu.fit;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.Answer;
import net.pesulabs.console.model.Calibration;
import net.pesulabs.console.model.Remedy;
import org.jspecify.annotations.Nullable;

/** The planner's answer: the verdict in words, what makes it up, and how fast it could be. */
final class FitOutcome extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final FitViewModel model;
  private final Now now;
  private final VBox remedies = new VBox();
  private final FitLegend legend;
  private List<Remedy> offered = List.of();

  FitOutcome(Kit kit, Now now) {
    this.kit = kit;
    this.texts = kit.texts();
    this.model = kit.model();
    this.now = now;
    this.legend = new FitLegend(texts);
    getStyleClass().add("fit-outcome");
    var sight = model.sight();
    Label headline = texts.on(new Label(), sight.map(FitWords::headline));
    headline.getStyleClass().add("fit-verdict");
    headline.setWrapText(true);
    headline.setMinWidth(0);
    headline.setGraphic(new SeverityIcon(sight.map(FitWords::severity)));
    Label detail = kit.whileSaid(sight.map(FitWords::detail));
    remedies.getStyleClass().add("fit-remedies");
    Label ceiling = kit.whileSaid(sight.map(FitWords::ceiling));
    ceiling.getStyleClass().add("strong");
    getChildren()
        .addAll(
            headline,
            detail,
            remedies,
            legend,
            ceiling,
            quiet(kit.whileSaid(sight.map(FitOutcome::ceilingNote))),
            quiet(kit.whileSaid(sight.map(FitOutcome::conversation))),
            card(),
            quiet(kit.whileSaid(model.calibration().map(FitWords::basis))),
            offer(),
            quiet(kit.whileSaid(sight.map(FitOutcome::assumptions))));
    sight.subscribe(this::show);
  }

  private static Label quiet(Label label) {
    label.getStyleClass().add("muted");
    return label;
  }

  private void show(Sight sight) {
    legend.show(sight);
    List<Remedy> wanted =
        sight instanceof Sight.Answered answered
                && answered.answer() instanceof Answer.Smaller smaller
            ? smaller.remedies()
            : List.of();
    if (!wanted.equals(offered)) { // the card is asked each second, and a link may have the focus
      offered = wanted;
      remedies.getChildren().setAll(wanted.stream().map(this::link).toList());
    }
    remedies.setManaged(!wanted.isEmpty());
    remedies.setVisible(!wanted.isEmpty());
  }

  private Hyperlink link(Remedy remedy) {
    var link = texts.on(new Hyperlink(), FitWords.remedy(remedy));
    link.setWrapText(true);
    link.setOnAction(event -> model.form().take(remedy.settings()));
    return link;
  }

  private static @Nullable Message ceilingNote(Sight sight) {
    return sight instanceof Sight.Answered answered
            && answered.ceiling() != null
            && FitWords.ceiling(sight) != null
        ? Msg.plannerCeilingNote()
        : null;
  }

  private static @Nullable Message conversation(Sight sight) {
    return sight instanceof Sight.Answered answered
        ? FitWords.conversation(answered.settings())
        : null;
  }

  private static @Nullable Message assumptions(Sight sight) {
    return sight instanceof Sight.Answered answered
            && !(answered.answer() instanceof Answer.CannotTell)
        ? Msg.plannerAssumptions()
        : null;
  }

  /** Whose memory is counted with, from where, and how old that is. */
  private Label card() {
    var said =
        Bindings.createObjectBinding(
            () -> words(model.card().getValue()), model.card(), now.property(), model.sight());
    return quiet(kit.whileSaid(said));
  }

  private @Nullable Message words(Reading<Card> reading) {
    Card.Vram vram = reading.map(Card::vram).known().orElse(null);
    if (vram == null || !(model.sight().get() instanceof Sight.Answered answered)) {
      return null;
    }
    Localized age = Quantity.duration(reading.age(now.get()).orElse(java.time.Duration.ZERO));
    String from = reading.origin().address();
    Long others = answered.card().others();
    if (model.form().beside().get()) {
      return Msg.plannerOthersNow(Quantity.bytes(vram.usedBytes()), from, age);
    }
    if (others == null) {
      return Msg.plannerOthersUnknown(Quantity.bytes(vram.usedBytes()), from, age);
    }
    return model.form().others() != null
        ? Msg.plannerOthersTyped(Quantity.bytes(others))
        : Msg.plannerOthersSeen(Quantity.bytes(others), model.aloneAt().map(Days::day).orElse(age));
  }

  private HBox offer() {
    Label words =
        kit.whileSaid(model.offer().map(offer -> offer.map(FitWords::offer).orElse(null)));
    var take = texts.on(new Hyperlink(), Msg.plannerOfferTake());
    take.setMinWidth(USE_PREF_SIZE);
    take.setOnAction(event -> model.adopt());
    var row = new HBox(words, take);
    row.getStyleClass().add("fit-offer");
    Kit.showWhile(row, model.offer().map(Optional<Calibration.Sample>::isPresent));
    return row;
  }
}
