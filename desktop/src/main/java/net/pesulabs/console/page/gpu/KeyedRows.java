package net.pesulabs.console.page.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A row for each of some things that seldom change, made once for as long as the thing is there.
 */
final class KeyedRows extends VBox {

  private List<String> shown = List.of();

  /**
   * The rows.
   *
   * @param keys of the things there are, in order
   * @param none in their place where there are none
   */
  KeyedRows(ObservableValue<List<String>> keys, Label none, Function<String, Node> row) {
    getStyleClass().add("machine-rows");
    getChildren().setAll(none);
    keys.subscribe(next -> {
      if (!next.equals(shown)) {
        shown = List.copyOf(next);
        var rows = new ArrayList<Node>(next.stream().map(row).toList());
        getChildren().setAll(rows.isEmpty() ? List.of(none) : rows);
      }
    });
  }
}
