package net.pesulabs.console.page.gpu.served;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A small square for each answer that can be written at a time, filled for each that is. The words
 * beside it say the same.
 */
final class SlotSquares extends HBox {

  /** More of them say nothing to the eye. */
  private static final int MOST = 16;

  SlotSquares() {
    getStyleClass().add("slot-squares");
  }

  /** Shows them; none at all where their number is not told. */
  void show(int busy, int total) {
    int shown = total > MOST ? 0 : total;
    while (getChildren().size() > shown) {
      getChildren().removeLast();
    }
    while (getChildren().size() < shown) {
      getChildren().add(square());
    }
    for (int i = 0; i < shown; i++) {
      getChildren().get(i).pseudoClassStateChanged(BUSY, i < busy);
    }
    setVisible(shown > 0);
    setManaged(shown > 0);
  }

  private static final javafx.css.PseudoClass BUSY = javafx.css.PseudoClass.getPseudoClass("busy");

  private static Region square() {
    var square = new Region();
    square.getStyleClass().add("slot-square");
    return square;
  }
}
