package net.pesulabs.console.page.gpu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Meter;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.chart.HistoryChart;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** One figure of a card: what it is now, what belongs to it, and its past. */
final class Block extends VBox {

  /** A line of the chart. */
  record Course(Message name, Figure figure) {}

  /**
   * The chart's upright axis.
   *
   * @param most how high it reaches, judged by the card as last known
   * @param limit what the figure should not pass; null for none
   */
  record Axis(
      HistoryChart.Steps steps,
      DoubleFunction<Localized> tick,
      DoubleFunction<Localized> exact,
      ToDoubleFunction<Card> most,
      Function<Card, HistoryChart.@Nullable Limit> limit) {}

  private final Axis axis;
  private final HistoryChart chart;

  /**
   * A block.
   *
   * @param series where each figure of the card is kept
   */
  Block(
      Texts texts,
      Timeline timeline,
      ObservableValue<Reading<Card>> card,
      Function<Figure, Series> series,
      Message title,
      Axis axis,
      List<Course> courses) {
    this.axis = axis;
    getStyleClass().addAll("card", "gpu-block");
    var words = new HistoryChart.Words(title, axis.tick(), axis.exact());
    chart =
        new HistoryChart(
            timeline,
            texts,
            ZoneId.systemDefault(),
            words,
            axis.steps(),
            courses.stream()
                .map(each -> new HistoryChart.Line(each.name(), series.apply(each.figure())))
                .toList());
    VBox.setVgrow(chart, Priority.ALWAYS);
    Label name = texts.on(new Label(), title);
    name.getStyleClass().add("block-title");
    getChildren().addAll(name, chart);
    card.subscribe(this::follow);
  }

  private void follow(Reading<Card> reading) {
    reading
        .known()
        .ifPresent(known -> {
          chart.setMost(axis.most().applyAsDouble(known));
          chart.setLimit(axis.limit().apply(known));
        });
    chart.setStale(!reading.isLive());
  }

  /** Puts the figures between the title and the chart. */
  Block with(Node figure, @Nullable Node aside, @Nullable Meter meter, @Nullable Node facts) {
    var hero = new HBox(figure);
    hero.getStyleClass().add("hero");
    if (aside != null) {
      hero.getChildren().add(aside);
    }
    var between = new ArrayList<Node>(List.of(hero));
    if (meter != null) {
      between.add(meter);
    }
    if (facts != null) {
      between.add(facts);
    }
    getChildren().addAll(1, between);
    return this;
  }
}
