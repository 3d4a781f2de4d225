package net.pesulabs.console.page.gpu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Meter;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.TimeChart;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** One figure of a card: what it is now, what belongs to it, and its last minutes. */
final class Block extends VBox {

  /** A line of the chart. */
  record Course(Message name, Function<Card, @Nullable Double> figure) {}

  /**
   * The chart's upright axis.
   *
   * @param most how high it reaches, judged by the card as last known
   * @param limit what the figure should not pass; null for none
   */
  record Axis(
      TimeChart.Steps steps,
      DoubleFunction<Localized> tick,
      DoubleFunction<Localized> exact,
      ToDoubleFunction<Card> most,
      Function<Card, TimeChart.@Nullable Limit> limit) {}

  private final GpuViewModel model;
  private final String card;
  private final Axis axis;
  private final List<Course> courses;
  private final TimeChart chart;

  Block(
      Texts texts,
      ZoneId zone,
      GpuViewModel model,
      String card,
      Message title,
      Axis axis,
      List<Course> courses) {
    this.model = model;
    this.card = card;
    this.axis = axis;
    this.courses = courses;
    getStyleClass().addAll("card", "gpu-block");
    var words = new TimeChart.Words(title, axis.tick(), axis.exact(), Msg.gpuNoData());
    chart = new TimeChart(texts, zone, words, axis.steps(), courses.size());
    VBox.setVgrow(chart, Priority.ALWAYS);
    Label name = texts.on(new Label(), title);
    name.getStyleClass().add("block-title");
    getChildren().addAll(name, chart);
    model.past().subscribe(this::draw);
    model.card(card).subscribe(reading -> chart.setStale(!reading.isLive()));
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

  private void draw(GpuViewModel.Past past) {
    Card known = model.card(card).getValue().known().orElse(null);
    if (known == null) {
      return;
    }
    List<TimeChart.Line> lines =
        courses.stream()
            .map(each -> new TimeChart.Line(each.name(), model.runs(past, card, each.figure())))
            .toList();
    chart.show(
        new TimeChart.Picture(
            past.from(),
            past.to(),
            Math.max(axis.most().applyAsDouble(known), highest(lines)),
            axis.limit().apply(known),
            lines));
  }

  private static double highest(List<TimeChart.Line> lines) {
    return lines.stream()
        .flatMap(line -> line.runs().stream())
        .flatMap(List::stream)
        .mapToDouble(point -> point.value() == null ? 0 : point.value())
        .max()
        .orElse(0);
  }
}
