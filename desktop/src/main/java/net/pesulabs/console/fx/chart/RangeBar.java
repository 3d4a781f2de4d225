package net.pesulabs.console.fx.chart;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Over the charts of a page: the ranges to choose from, the way back from a zoom, and where the
 * past comes from and since when. FX thread only.
 */
public final class RangeBar extends FlowPane {

  private final Texts texts;
  private final ZoneId zone;
  private final Timeline timeline;

  public RangeBar(Timeline timeline, Texts texts, ZoneId zone) {
    this.timeline = timeline;
    this.texts = texts;
    this.zone = zone;
    getStyleClass().add("range-bar");
    Label kept = note();
    kept.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::kept, timeline.keptProperty(), texts.languageProperty()));
    getChildren().addAll(ranges(), zoom(), kept);
  }

  private Node ranges() {
    var group = new SegmentedButton();
    group.setId("ranges");
    Map<Range, ToggleButton> buttons = new EnumMap<>(Range.class);
    for (Range range : Range.values()) {
      var button = texts.on(new ToggleButton(), range.title());
      button.setId("range-" + range.name().toLowerCase(java.util.Locale.ROOT));
      button.setMinWidth(USE_PREF_SIZE);
      button.accessibleTextProperty().bind(texts.of(Msg.gpuChartsRange(range.title())));
      button.setOnAction(event -> {
        timeline.rangeProperty().set(range);
        button.setSelected(true); // a second click does not unchoose
      });
      buttons.put(range, button);
      group.getButtons().add(button);
    }
    timeline
        .rangeProperty()
        .subscribe(chosen -> buttons.forEach((range, b) -> b.setSelected(range == chosen)));
    return group;
  }

  /** While zoomed, what is shown and the way back; else how to zoom. */
  private Node zoom() {
    Label shown = new Label();
    shown.getStyleClass().addAll("small", "strong");
    shown
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    timeline
                        .zoomProperty()
                        .get()
                        .map(zoom -> ChartTimes.span(zoom, zone, texts.language()))
                        .orElse(""),
                timeline.zoomProperty(),
                texts.languageProperty()));
    Button back = texts.on(new Button(), Msg.gpuChartsZoomOut());
    back.setId("zoom-out");
    back.getStyleClass().addAll("small", "range-back");
    back.setGraphic(new FontIcon(Feather.ROTATE_CCW));
    back.setOnAction(event -> timeline.zoomOut());
    var zoomed = new HBox(back, shown);
    zoomed.getStyleClass().add("range-zoom");
    var hint = new Label();
    hint.setGraphic(new FontIcon(Feather.ZOOM_IN));
    hint.getStyleClass().addAll("muted", "small");
    texts.explain(hint, Msg.gpuChartsHow());
    texts.on(hint, Msg.gpuChartsHint());
    zoomed.visibleProperty().bind(timeline.zoomProperty().map(zoom -> zoom.isPresent()));
    hint.visibleProperty().bind(zoomed.visibleProperty().not());
    for (Region part : new Region[] {zoomed, hint}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    var both = new HBox(zoomed, hint);
    both.getStyleClass().add("range-zoom");
    return both;
  }

  private String kept() {
    Kept kept = timeline.keptProperty().get();
    Localized by =
        kept.by()
            .<Localized>map(origin -> Msg.gpuChartsKeptBy(origin.address()))
            .orElse(Msg.gpuChartsKeptHere());
    if (kept.since().isEmpty()) {
      return texts.say(by);
    }
    Localized since = language -> ChartTimes.dayAndTime(kept.since().orElseThrow(), zone, language);
    return texts.say(Msg.gpuChartsKeptSince(by, since));
  }

  private static Label note() {
    var note = new Label();
    note.getStyleClass().addAll("muted", "small", "range-kept");
    note.setMinWidth(USE_PREF_SIZE);
    return note;
  }
}
