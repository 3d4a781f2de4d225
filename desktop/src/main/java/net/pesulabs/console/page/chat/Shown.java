package net.pesulabs.console.page.chat;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Nodes that take no room while there is nothing to show. */
final class Shown {

  private Shown() {}

  static <N extends Node> N when(N node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  static void now(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
