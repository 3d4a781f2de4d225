package net.pesulabs.console.page.topology;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the shapes on the map mean. */
final class Legend extends HBox {

  Legend(Texts texts) {
    getStyleClass().add("map-legend");
    setMinWidth(0);
    for (Severity severity : Severity.values()) {
      if (severity == Severity.NOTICE) {
        continue; // an advice is about no state, and so never on the map
      }
      var label = MapKit.styled(texts.on(new Label(), word(severity)), "legend-word");
      label.setGraphic(new SeverityIcon(severity));
      label.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().add(label);
    }
  }

  private static Message word(Severity severity) {
    return switch (severity) {
      case FINE, NOTICE -> Msg.topologyLegendFine();
      case BUSY -> Msg.topologyLegendBusy();
      case UNKNOWN -> Msg.topologyLegendUnknown();
      case WARNING -> Msg.topologyLegendWarning();
      case CRITICAL -> Msg.topologyLegendCritical();
    };
  }
}
