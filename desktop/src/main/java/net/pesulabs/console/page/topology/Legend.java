package net.pesulabs.console.page.topology;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the signs on the map mean. */
final class Legend extends FlowPane {

  Legend(Texts texts) {
    getStyleClass().add("map-legend");
    for (Severity severity : shown()) {
      var label = MapKit.styled(texts.on(new Label(), word(severity)), "legend-word");
      label.setGraphic(new SeverityIcon(severity));
      label.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().add(label);
    }
  }

  /** An advice is about no state, and so never on the map. */
  static List<Severity> shown() {
    return Arrays.stream(Severity.values()).filter(each -> each != Severity.NOTICE).toList();
  }

  static Message word(Severity severity) {
    return switch (severity) {
      case FINE, NOTICE -> Msg.topologyLegendFine();
      case BUSY -> Msg.topologyLegendBusy();
      case UNKNOWN -> Msg.topologyLegendUnknown();
      case WARNING -> Msg.topologyLegendWarning();
      case CRITICAL -> Msg.topologyLegendCritical();
    };
  }
}
