package net.pesulabs.console.page.gpu.served;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.chart.HistoryChart;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** How fast answers were, over the page's stretch of time. */
final class SpeedCard extends VBox {

  /** Where the axis ends at the least, in tokens a second. */
  private static final double LEAST = 20;

  SpeedCard(Kit kit, ServedViewModel model, Timeline timeline) {
    getStyleClass().addAll("card", "served-card");
    var words =
        new HistoryChart.Words(
            Msg.gpuModelCourse(),
            value -> Quantity.number(value, 0),
            value -> Msg.gpuTokensPerSecond(Quantity.number(value, 1)),
            Msg.gpuModelNoAnswers());
    var chart =
        new HistoryChart(
            timeline,
            kit.texts(),
            ZoneId.systemDefault(),
            words,
            HistoryChart.Steps.DECIMAL,
            List.of(
                new HistoryChart.Line(
                    Msg.gpuModelCourse(), Series.ofModel(Figure.TOKENS_PER_SECOND))));
    chart.setMost(LEAST);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(kit.title(Msg.gpuModelCourse()), chart);
    model.server().subscribe(reading -> chart.setStale(!reading.isLive()));
  }
}
