package net.pesulabs.console.page.topology;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the controls of the map are made. */
final class MapKit {

  private MapKit() {}

  static FontIcon icon(Ikon ikon, String style) {
    var icon = new FontIcon(ikon);
    icon.getStyleClass().add(style);
    return icon;
  }

  static <N extends Node> N styled(N node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }

  /** A button of an icon alone, which says what it is. */
  static <B extends ButtonBase> B tool(B button, Ikon icon, Texts texts, Localized what) {
    button.setGraphic(icon(icon, "topology-tool"));
    button.getStyleClass().addAll("button-icon", "flat");
    return texts.explain(button, what);
  }
}
