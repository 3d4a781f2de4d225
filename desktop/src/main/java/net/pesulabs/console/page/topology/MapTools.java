package net.pesulabs.console.page.topology;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;

/** Closer, further away, all of it, as large as it is, in order. */
final class MapTools extends HBox {

  private static final double STEP = 1.25;

  MapTools(MapModel model, MapPane pane, Texts texts) {
    getStyleClass().add("map-tools");
    var tidy = MapKit.tool(new Button(), Feather.GRID, texts, Msg.topologyTidy());
    tidy.setId("tidy");
    tidy.setOnAction(event -> model.tidy());
    var out = MapKit.tool(new Button(), Feather.MINUS, texts, Msg.topologyZoomOut());
    out.setOnAction(event -> pane.zoom(1 / STEP));
    var in = MapKit.tool(new Button(), Feather.PLUS, texts, Msg.topologyZoomIn());
    in.setOnAction(event -> pane.zoom(STEP));
    var fit = MapKit.tool(new Button(), Feather.MAXIMIZE, texts, Msg.topologyFit());
    fit.setId("fit");
    fit.setOnAction(event -> pane.fit());
    var actual = new Button();
    actual.setId("actual-size");
    actual.getStyleClass().addAll("flat", "map-zoom");
    actual
        .textProperty()
        .bind(
            texts.of(pane.cameraProperty().map(camera -> Quantity.percent(100 * camera.scale()))));
    texts.explain(actual, Msg.topologyActualSize());
    actual.setOnAction(event -> pane.actualSize());
    getChildren().addAll(tidy, fit, out, actual, in);
  }
}
