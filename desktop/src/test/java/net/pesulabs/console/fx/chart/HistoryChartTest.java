package net.pesulabs.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Quantity;
import org.junit.jupiter.api.Test;

class TimeChartTest {

  private static final Instant FROM = Instant.parse("2026-11-23T20:00:00Z");

  private final Texts texts = OnFx.get(() -> new Texts(Language.EN));
  private final TimeChart chart = OnFx.get(this::chart);

  private TimeChart chart() {
    var words =
        new TimeChart.Words(
            Localized.verbatim("Power"),
            Quantity::watts,
            watts -> language -> Quantity.number(watts, 1).in(language) + " W",
            language -> language == Language.ES ? "Sin datos" : "No data");
    var made = new TimeChart(texts, ZoneOffset.UTC, words, TimeChart.Steps.DECIMAL, 1);
    var scene = new Scene(made, 710, 134);
    made.show(
        new TimeChart.Picture(
            FROM,
            FROM.plusSeconds(600),
            200,
            null,
            List.of(
                new TimeChart.Line(
                    Localized.verbatim("Power"), List.of(run(0, 200), run(400, 600))))));
    scene.snapshot(null);
    return made;
  }

  @Test
  void theAxesCarryUnitsAndLocalTimes() {
    assertThat(texts("chart-tick")).contains("0\u00a0W", "200\u00a0W", "20:05");
  }

  @Test
  void theLastValueStandsAtTheEndOfTheLine() {
    assertThat(texts("chart-last")).containsExactly("160.0 W");
    assertThat(OnFx.get(chart::getAccessibleText)).isEqualTo("Power: Power 160.0 W");
  }

  @Test
  void aSilenceSaysSoInTheLanguageOfNow() {
    assertThat(texts("chart-silence-name")).containsExactly("No data");
    OnFx.run(() -> texts.languageProperty().set(Language.ES));
    assertThat(texts("chart-silence-name")).containsExactly("Sin datos");
    assertThat(texts("chart-last")).containsExactly("160,0 W");
  }

  @Test
  void thePointerAsksForAMoment() {
    OnFx.run(() -> move(54 + 100));
    assertThat(tip()).containsExactly("20:01:40", "110.0 W");
    OnFx.run(() -> move(54 + 300));
    assertThat(tip()).containsExactly("20:05:00", "No data");
    OnFx.run(() -> chart.fireEvent(mouse(MouseEvent.MOUSE_EXITED, 0)));
    assertThat(tip()).isEmpty();
  }

  @Test
  void theArrowKeysAskForTheMeasuredMoments() {
    OnFx.run(() -> press(KeyCode.LEFT));
    assertThat(tip()).containsExactly("20:10:00", "160.0 W");
    OnFx.run(() -> press(KeyCode.LEFT));
    assertThat(tip()).containsExactly("20:09:59", "159.9 W");
    assertThat(OnFx.get(chart::getAccessibleText)).isEqualTo("Power: 20:09:59: Power 159.9 W");
    OnFx.run(() -> press(KeyCode.ESCAPE));
    assertThat(tip()).isEmpty();
  }

  private void move(double x) {
    chart.fireEvent(mouse(MouseEvent.MOUSE_MOVED, x));
  }

  private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x) {
    return new MouseEvent(
        chart,
        chart,
        type,
        x,
        60,
        x,
        60,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        new PickResult(chart, x, 60));
  }

  private void press(KeyCode code) {
    chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private List<String> tip() {
    return OnFx.get(() -> {
      chart.getScene().snapshot(null);
      Node tip = chart.lookup(".chart-tip");
      return tip.isVisible()
          ? tip.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList()
          : List.of();
    });
  }

  private List<String> texts(String style) {
    return OnFx.get(() -> {
      chart.getScene().snapshot(null);
      return chart.lookupAll("." + style).stream()
          .filter(Node::isVisible)
          .map(text -> ((Text) text).getText())
          .collect(Collectors.toList());
    });
  }

  /** Values that rise from 100 by a tenth a second. */
  private static List<TimePoint> run(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(s -> new TimePoint(FROM.plusSeconds(s), 100 + s / 10.0))
        .toList();
  }
}
