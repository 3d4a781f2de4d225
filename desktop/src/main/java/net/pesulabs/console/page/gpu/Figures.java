package net.pesulabs.console.page.gpu;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.chart.HistoryChart;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Readings of one thing as labels: the big figure, and the small ones with their names. */
record Figures<T>(Texts texts, Now now, ObservableValue<Reading<T>> reading) {

  <R> ObservableValue<Reading<R>> part(Function<T, @Nullable R> part) {
    return reading.map(whole -> whole.map(part));
  }

  <R> ReadingLabel<R> figure(Function<T, @Nullable R> part, Function<R, Localized> words) {
    var label = new ReadingLabel<>(texts, now, part(part), words);
    label.getStyleClass().add("figure");
    return label;
  }

  <R> ReadingLabel<R> beside(Function<T, @Nullable R> part, Function<R, Localized> words) {
    var label = new ReadingLabel<>(texts, now, part(part), words);
    label.getStyleClass().addAll("muted", "figure-aside");
    label.visibleProperty().bind(part(part).map(reading -> reading.known().isPresent()));
    return label;
  }

  /** A name and its value, and the line of a chart that shows its course. */
  <R> Node drawn(
      int line, Message name, Function<T, @Nullable R> part, Function<R, Localized> words) {
    HBox fact = fact(name, part, words);
    fact.getChildren().addFirst(HistoryChart.swatch(line));
    return fact;
  }

  /** A name and its value, as one for a screen reader too. */
  <R> HBox fact(Message name, Function<T, @Nullable R> part, Function<R, Localized> words) {
    var value = new ReadingLabel<>(texts, now, part(part), words);
    value.getStyleClass().add("fact-value");
    Label title = texts.on(new Label(), name);
    title.getStyleClass().add("fact-name");
    title.setLabelFor(value);
    var fact = new HBox(title, value);
    fact.getStyleClass().add("fact");
    return fact;
  }

  static FlowPane facts(Node... facts) {
    var pane = new FlowPane(facts);
    pane.getStyleClass().add("facts");
    return pane;
  }
}
