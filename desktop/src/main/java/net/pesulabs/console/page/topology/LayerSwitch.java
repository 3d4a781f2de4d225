package net.pesulabs.console.page.topology;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Layer;
import org.controlsfx.control.SegmentedButton;

/** The layers side by side, one of which is shown. */
final class LayerSwitch extends SegmentedButton {

  LayerSwitch(MapModel model, Texts texts) {
    setId("layers");
    getStyleClass().add("map-layers");
    Map<Layer, ToggleButton> buttons = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      var button = texts.on(new ToggleButton(), title(layer));
      button.setId("layer-" + layer.name().toLowerCase(java.util.Locale.ROOT));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> {
        model.show(layer);
        button.setSelected(true); // a second click does not unchoose
      });
      var tip = new Tooltip();
      tip.textProperty().bind(texts.of(Msg.topologyLayerTip(what(layer), layer.ordinal() + 1)));
      button.setTooltip(tip);
      buttons.put(layer, button);
      getButtons().add(button);
    }
    model
        .layerProperty()
        .subscribe(shown -> buttons.forEach((layer, button) -> button.setSelected(layer == shown)));
  }

  static Message title(Layer layer) {
    return switch (layer) {
      case PHYSICAL -> Msg.topologyLayerPhysical();
      case NETWORK -> Msg.topologyLayerNetwork();
      case WORKLOADS -> Msg.topologyLayerWorkloads();
      case TRAFFIC -> Msg.topologyLayerTraffic();
    };
  }

  private static Message what(Layer layer) {
    return switch (layer) {
      case PHYSICAL -> Msg.topologyLayerPhysicalWhat();
      case NETWORK -> Msg.topologyLayerNetworkWhat();
      case WORKLOADS -> Msg.topologyLayerWorkloadsWhat();
      case TRAFFIC -> Msg.topologyLayerTrafficWhat();
    };
  }
}
