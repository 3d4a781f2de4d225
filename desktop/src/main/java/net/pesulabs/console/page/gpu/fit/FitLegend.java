package net.pesulabs.console.page.gpu.fit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.Answer;
import net.pesulabs.console.model.CardMemory;
import net.pesulabs.console.model.Need;

/** The card's memory as a bar of parts, and the parts by name. */
final class FitLegend extends VBox {

  /** A part of the card's memory: its look, its name, and what is said of its size. */
  private record Part(String style, Message name, long bytes, Localized size) {
    Part(String style, Message name, long bytes) {
      this(style, name, bytes, Quantity.bytes(bytes));
    }
  }

  private final Texts texts;
  private final StackedBar bar = new StackedBar();
  private final VBox rows = new VBox();
  private Sight shown = new Sight.Asking(Msg.plannerAskFile());

  FitLegend(Texts texts) {
    this.texts = texts;
    getStyleClass().add("fit-legend");
    rows.getStyleClass().add("fit-rows");
    getChildren().addAll(bar, rows);
  }

  void show(Sight sight) {
    boolean answered = sight instanceof Sight.Answered;
    setVisible(answered);
    setManaged(answered);
    if (sight.equals(shown) || !(sight instanceof Sight.Answered now)) {
      return;
    }
    shown = sight;
    List<Part> parts = parts(now);
    bar.show(
        parts.stream().map(part -> new StackedBar.Portion(part.style(), part.bytes())).toList(),
        now.card().total());
    List<Node> lines = new ArrayList<>();
    parts.forEach(part -> lines.add(row(part)));
    lines.add(total(now.card()));
    rows.getChildren().setAll(lines);
  }

  private static List<Part> parts(Sight.Answered now) {
    List<Part> parts = new ArrayList<>();
    Long others = now.card().others();
    if (others != null) {
      parts.add(new Part("fit-others", Msg.plannerPartOthers(), others));
    }
    switch (now.answer()) {
      case Answer.Fits(Need need, long left) -> {
        addNeed(parts, need);
        parts.add(new Part("fit-free", Msg.plannerPartFree(), left));
      }
      case Answer.Smaller smaller -> addNeed(parts, smaller.need());
      case Answer.Spills spills -> addNeed(parts, spills.need());
      case Answer.WeightsSpill spills -> parts.add(weights(spills.weights()));
      case Answer.CannotTell cannot -> parts.add(weights(cannot.weights()));
    }
    return parts;
  }

  private static void addNeed(List<Part> parts, Need need) {
    parts.add(weights(need.weights()));
    parts.add(new Part("fit-cache", Msg.plannerPartCache(), need.cache()));
    parts.add(
        new Part(
            "fit-buffers",
            Msg.plannerPartBuffers(),
            need.buffers().high(),
            FitWords.range(need.buffers())));
    parts.add(new Part("fit-reserve", Msg.plannerPartReserve(), need.reserve()));
  }

  private static Part weights(long bytes) {
    return new Part("fit-weights", Msg.plannerPartWeights(), bytes);
  }

  private Node row(Part part) {
    var swatch = new Region();
    swatch.getStyleClass().addAll("fit-swatch", "fit-part", part.style());
    return line(swatch, part.name(), part.size());
  }

  private Node total(CardMemory card) {
    var none = new Region();
    none.getStyleClass().add("fit-swatch");
    Node line = line(none, Msg.plannerPartCard(), Quantity.bytes(card.total()));
    line.getStyleClass().add("fit-total");
    return line;
  }

  private Node line(Region swatch, Message words, Localized size) {
    Label name = texts.on(new Label(), words);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Label value = texts.on(new Label(), size);
    value.getStyleClass().add("fact-value");
    value.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(value);
    var line = new HBox(swatch, name, value);
    line.getStyleClass().add("fit-row");
    return line;
  }
}
