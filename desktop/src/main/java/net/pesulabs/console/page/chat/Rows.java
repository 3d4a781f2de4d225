package net.pesulabs.console.page.chat;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

/**
 * Rows below each other. Only a row that changed is measured again, so a long conversation costs no
 * more to add to than a short one; a VBox asks every row each time.
 */
final class Rows extends Pane {

  private static final double GAP = 18;
  private static final double ABOVE = 8;
  private static final double BELOW = 24;

  private final Map<Node, Double> heights = new HashMap<>();
  private double measuredWidth = -1;

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    measure(width);
    double height = ABOVE + BELOW;
    for (Node row : getChildren()) {
      height += heights.getOrDefault(row, 0.0) + GAP;
    }
    return Math.max(0, height - GAP);
  }

  @Override
  protected void layoutChildren() {
    measure(getWidth());
    double y = ABOVE;
    for (Node row : getChildren()) {
      double height = heights.getOrDefault(row, 0.0);
      row.resizeRelocate(0, y, getWidth(), height);
      y += height + GAP;
    }
  }

  /** Draws only the rows that reach into a stretch; the others keep their room. */
  void draw(double from, double to) {
    double y = ABOVE;
    for (Node row : getChildren()) {
      double height = heights.getOrDefault(row, 0.0);
      row.setVisible(y < to && y + height > from);
      y += height + GAP;
    }
  }

  private void measure(double width) {
    if (width != measuredWidth) {
      heights.clear();
      measuredWidth = width;
    }
    if (heights.size() > getChildren().size()) {
      heights.keySet().retainAll(getChildren());
    }
    for (Node row : getChildren()) {
      if (!heights.containsKey(row) || (row instanceof Parent parent && parent.isNeedsLayout())) {
        heights.put(row, Math.ceil(row.prefHeight(width)));
      }
    }
  }
}
