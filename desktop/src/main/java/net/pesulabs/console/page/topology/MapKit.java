package net.pesulabs.console.page.topology;

import javafx.scene.Node;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the nodes of the map need in common. */
record MapKit(Texts texts, Now now, TopologyViewModel model) {

  static FontIcon icon(Ikon ikon, String style) {
    var icon = new FontIcon(ikon);
    icon.getStyleClass().add(style);
    return icon;
  }

  static <N extends Node> N styled(N node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }
}
