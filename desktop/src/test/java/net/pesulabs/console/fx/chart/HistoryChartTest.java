package net.pesulabs.console.fx.chart;

import static net.pesulabs.console.fx.chart.Sample.BUSY;
import static net.pesulabs.console.fx.chart.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.history.MemoryHistory;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two charts of one page, 600 pixels wide for five minutes. */
class HistoryChartTest {

  private static final Instant FROM = NOW.minusSeconds(297);

  private final Texts texts = OnFx.get(() -> new Texts(Language.EN));
  private final LiveHomelab homelab = new LiveHomelab();
  private final Now now = OnFx.get(() -> new Now(new MovableClock(NOW)));
  private final Timeline timeline =
      OnFx.get(() -> new Timeline(homelab, new Pulse(new JavaFxThread()), now));
  private final HistoryChart chart = OnFx.get(this::chart);
  private final HistoryChart other = OnFx.get(this::chart);
  private final Scene scene = OnFx.get(() -> new Scene(new VBox(chart, other), 710, 268));

  private HistoryChart chart() {
    var words =
        new HistoryChart.Words(
            Localized.verbatim("Power"),
            Quantity::watts,
            watts -> language -> Quantity.number(watts, 1).in(language) + " W");
    var made =
        new HistoryChart(
            timeline,
            texts,
            ZoneOffset.UTC,
            words,
            HistoryChart.Steps.DECIMAL,
            List.of(new HistoryChart.Line(Localized.verbatim("Power"), BUSY)));
    made.setMost(200);
    made.setMinSize(710, 134);
    return made;
  }

  /** From 100 W, a tenth more each second, with a silence of 100 s after the first 100. */
  @BeforeEach
  void open() {
    var memory = new MemoryHistory(Duration.ofHours(1));
    for (int second = 0; second < 297; second++) {
      if (second < 100 || second >= 200) {
        memory.append(BUSY, FROM.plusSeconds(second), 100 + second / 10.0);
      }
    }
    homelab.history().set(memory);
    homelab.gpu().set(Sample.busy(NOW, 129.7));
    OnFx.run(() -> {
      timeline.rangeProperty().set(Range.FIVE_MINUTES);
      timeline.activate();
    });
    awaitLoaded();
  }

  @AfterEach
  void close() {
    OnFx.run(timeline::deactivate);
  }

  private void awaitLoaded() {
    await().until(() -> OnFx.get(() -> !timeline.isLoading() && timeline.trace(BUSY) != null));
    OnFx.run(() -> scene.snapshot(null));
  }

  @Test
  void theAxesCarryUnitsAndLocalTimes() {
    assertThat(texts("chart-tick")).contains("0\u00a0W", "200\u00a0W", "19:57");
  }

  @Test
  void theLastValueStandsAtTheEndOfTheLine() {
    assertThat(texts("chart-last")).containsExactly("129.7 W");
    assertThat(OnFx.get(chart::getAccessibleText)).isEqualTo("Power: Power 129.7 W");
  }

  @Test
  void aSilenceIsABoxAndSaysSoInTheLanguageOfNow() {
    assertThat(texts("chart-silence-name")).containsExactly("No data");
    Path box = (Path) chart.lookup(".chart-silence");
    assertThat(OnFx.get(() -> box.getLayoutBounds().getWidth())).isBetween(197.0, 203.0);
    OnFx.run(() -> texts.languageProperty().set(Language.ES));
    assertThat(texts("chart-silence-name")).containsExactly("Sin datos");
    assertThat(texts("chart-last")).containsExactly("129,7 W");
  }

  @Test
  void thePointerAsksForAMomentOnAllCharts() {
    OnFx.run(() -> mouse(MouseEvent.MOUSE_MOVED, 54 + 120));
    assertThat(tip(chart)).containsExactly("106.0 W");
    assertThat(tip(other)).as("the same moment").containsExactly("106.0 W");
    assertThat(OnFx.get(chart::getAccessibleText)).isEqualTo("Power: 19:56:03: Power 106.0 W");
    OnFx.run(() -> mouse(MouseEvent.MOUSE_MOVED, 54 + 300));
    assertThat(tip(chart)).containsExactly("No data");
    OnFx.run(() -> mouse(MouseEvent.MOUSE_EXITED, 0));
    assertThat(tip(chart)).isEmpty();
    assertThat(tip(other)).isEmpty();
  }

  @Test
  void theArrowKeysAskForTheMeasuredMoments() {
    OnFx.run(() -> press(KeyCode.LEFT));
    assertThat(tip(chart)).containsExactly("129.7 W");
    OnFx.run(() -> press(KeyCode.LEFT));
    assertThat(tip(chart)).containsExactly("129.6 W");
    OnFx.run(() -> press(KeyCode.HOME));
    assertThat(tip(chart)).containsExactly("100.0 W");
    OnFx.run(() -> press(KeyCode.RIGHT));
    assertThat(tip(chart)).containsExactly("100.1 W");
    OnFx.run(() -> press(KeyCode.ESCAPE));
    assertThat(tip(chart)).isEmpty();
  }

  @Test
  void aDragZoomsAllChartsAndADoubleClickLeadsBack() {
    drag(54 + 100, 54 + 180);
    awaitLoaded();
    Stretch zoomed = OnFx.get(() -> timeline.zoomProperty().get().orElseThrow());
    assertThat(zoomed.length()).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(41));
    assertThat(OnFx.get(other::plot).shown()).isEqualTo(zoomed);
    OnFx.run(() -> {
      mouse(MouseEvent.MOUSE_PRESSED, 300, 2);
      mouse(MouseEvent.MOUSE_RELEASED, 300, 2);
    });
    awaitLoaded();
    assertThat(OnFx.get(() -> timeline.shown().length())).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void whatIsDraggedAcrossIsSeenAndEscLetsGoOfIt() {
    OnFx.run(() -> {
      mouse(MouseEvent.MOUSE_PRESSED, 154, 1);
      mouse(MouseEvent.MOUSE_DRAGGED, 254, 1);
    });
    assertThat(OnFx.get(() -> other.lookup(".chart-selection").isVisible())).isTrue();
    OnFx.run(() -> press(KeyCode.ESCAPE));
    OnFx.run(() -> mouse(MouseEvent.MOUSE_RELEASED, 254, 1));
    assertThat(OnFx.get(() -> other.lookup(".chart-selection").isVisible())).isFalse();
    assertThat(OnFx.get(() -> timeline.zoomProperty().get())).isEqualTo(Optional.empty());
  }

  @Test
  void theKeyboardZoomsAroundWhatIsPointedAt() {
    OnFx.run(() -> press(KeyCode.HOME));
    OnFx.run(() -> press(KeyCode.PLUS));
    awaitLoaded();
    Stretch zoomed = OnFx.get(timeline::shown);
    assertThat(zoomed.length()).isEqualTo(Duration.ofMinutes(4));
    assertThat(zoomed.from()).isBetween(FROM.minusSeconds(2), FROM.plusSeconds(2));
    OnFx.run(() -> press(KeyCode.ESCAPE));
    awaitLoaded();
    assertThat(OnFx.get(() -> timeline.shown().length())).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void theWheelZoomsOnlyWithCtrl() {
    OnFx.run(() -> wheel(false));
    assertThat(OnFx.get(() -> timeline.zoomProperty().get())).isEmpty();
    OnFx.run(() -> wheel(true));
    assertThat(OnFx.get(() -> timeline.zoomProperty().get())).isPresent();
  }

  @Test
  void aNewMeasurementInTheSameBucketDrawsTheTailOnly() {
    OnFx.run(() -> timeline.rangeProperty().set(Range.DAY));
    awaitLoaded();
    long before = OnFx.get(chart::settledDrawings);
    homelab.gpu().set(Sample.busy(NOW.plusMillis(1), 140));
    await().untilAsserted(() -> assertThat(texts("chart-last")).containsExactly("140.0 W"));
    assertThat(OnFx.get(chart::settledDrawings)).isEqualTo(before);
  }

  private void drag(double from, double to) {
    OnFx.run(() -> {
      mouse(MouseEvent.MOUSE_PRESSED, from, 1);
      mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, 1);
      mouse(MouseEvent.MOUSE_DRAGGED, to, 1);
      mouse(MouseEvent.MOUSE_RELEASED, to, 1);
    });
  }

  private void mouse(EventType<MouseEvent> type, double x) {
    mouse(type, x, 0);
  }

  private void mouse(EventType<MouseEvent> type, double x, int clicks) {
    chart.fireEvent(
        new MouseEvent(
            chart,
            chart,
            type,
            x,
            60,
            x,
            60,
            clicks == 0 ? MouseButton.NONE : MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            clicks > 0,
            false,
            false,
            false,
            false,
            false,
            new PickResult(chart, x, 60)));
  }

  private void wheel(boolean ctrl) {
    chart.fireEvent(
        new ScrollEvent(
            chart,
            chart,
            ScrollEvent.SCROLL,
            300,
            60,
            300,
            60,
            false,
            ctrl,
            false,
            ctrl && System.getProperty("os.name").startsWith("Mac"),
            false,
            false,
            0,
            40,
            0,
            40,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(chart, 300, 60)));
  }

  private void press(KeyCode code) {
    chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private List<String> tip(HistoryChart of) {
    return OnFx.get(() -> {
      scene.snapshot(null);
      Node tip = of.lookup(".chart-tip");
      return tip.isVisible()
          ? tip.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList()
          : List.of();
    });
  }

  private List<String> texts(String style) {
    return OnFx.get(() -> {
      scene.snapshot(null);
      return chart.lookupAll("." + style).stream()
          .filter(Node::isVisible)
          .map(text -> ((Text) text).getText())
          .toList();
    });
  }
}
