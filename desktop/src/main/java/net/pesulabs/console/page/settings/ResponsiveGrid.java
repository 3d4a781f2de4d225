package net.pesulabs.console.page.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Two columns where there is room for both, else one below the other. Rows are of one height. */
final class ResponsiveGrid extends Pane {

  private static final String WHOLE_ROW = "whole-row";

  private final double columnWidth;
  private final double gap;

  /**
   * @param columnWidth the least a column needs
   */
  ResponsiveGrid(double columnWidth, double gap, Node... children) {
    super(children);
    this.columnWidth = columnWidth;
    this.gap = gap;
    setMinWidth(0);
  }

  /** Gives a node a row of its own in any grid. */
  static <N extends Node> N wholeRow(N node) {
    node.getProperties().put(WHOLE_ROW, true);
    return node;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 2 * columnWidth + gap;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(width < 0 ? computePrefWidth(-1) : width, false);
  }

  @Override
  protected void layoutChildren() {
    place(getWidth(), true);
  }

  /** The height all rows take; moves the children there if asked to. */
  private double place(double width, boolean move) {
    double y = 0;
    for (List<Node> row : rows(width >= 2 * columnWidth + gap)) {
      boolean whole = row.size() == 1 && (isWhole(row.getFirst()) || width < 2 * columnWidth + gap);
      double cell = Math.floor(whole ? width : (width - gap) / 2);
      double height = row.stream().mapToDouble(node -> node.prefHeight(cell)).max().orElse(0);
      height = Math.ceil(height);
      for (int column = 0; move && column < row.size(); column++) {
        row.get(column).resizeRelocate(column * (cell + gap), y, cell, height);
      }
      y += height + gap;
    }
    return Math.max(0, y - gap);
  }

  private List<List<Node>> rows(boolean paired) {
    var rows = new ArrayList<List<Node>>();
    for (Node node : getManagedChildren()) {
      boolean joins =
          paired
              && !rows.isEmpty()
              && rows.getLast().size() == 1
              && !isWhole(node)
              && !isWhole(rows.getLast().getFirst());
      if (!joins) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(node);
    }
    return rows;
  }

  private static boolean isWhole(Node node) {
    return node.getProperties().containsKey(WHOLE_ROW);
  }
}
