package net.pesulabs.console.fx;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays its children in columns of equal width, as many as there is room for; each row is as high as
 * its highest child, and height to spare is shared among the rows.
 */
public final class Columns extends Pane {

  private final double narrowest;
  private final int most;
  private final double gap;

  /**
   * Columns.
   *
   * @param narrowest how narrow a column may become before there is one less
   * @param most never more columns than this
   */
  public Columns(double narrowest, int most, double gap, Node... children) {
    this.narrowest = narrowest;
    this.most = most;
    this.gap = gap;
    getChildren().addAll(children);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return narrowest;
  }

  @Override
  protected double computePrefWidth(double height) {
    return most * (narrowest + gap) - gap;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double usable = width < 0 ? computePrefWidth(-1) : width;
    int columns = columns(usable);
    double column = columnWidth(usable, columns);
    double height = -gap;
    List<Node> nodes = getManagedChildren();
    for (int i = 0; i < nodes.size(); i += columns) {
      height += gap + rowHeight(nodes, i, columns, column);
    }
    return snapSizeY(Math.max(0, height));
  }

  @Override
  protected void layoutChildren() {
    List<Node> nodes = getManagedChildren();
    if (nodes.isEmpty()) {
      return;
    }
    int columns = columns(getWidth());
    double column = columnWidth(getWidth(), columns);
    int rows = Math.ceilDiv(nodes.size(), columns);
    double spare = Math.max(0, getHeight() - computePrefHeight(getWidth())) / rows;
    double y = 0;
    for (int i = 0; i < nodes.size(); i += columns) {
      double height = rowHeight(nodes, i, columns, column) + spare;
      for (int c = 0; c < columns && i + c < nodes.size(); c++) {
        double x = c * (column + gap);
        nodes
            .get(i + c)
            .resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(column), snapSizeY(height));
      }
      y += height + gap;
    }
  }

  private int columns(double width) {
    int fitting = (int) Math.floor((width + gap) / (narrowest + gap));
    return Math.clamp(fitting, 1, Math.max(1, Math.min(most, getManagedChildren().size())));
  }

  private double columnWidth(double width, int columns) {
    return Math.floor((width - (columns - 1) * gap) / columns);
  }

  private static double rowHeight(List<Node> nodes, int first, int columns, double column) {
    return nodes.stream()
        .skip(first)
        .limit(columns)
        .mapToDouble(node -> node.prefHeight(column))
        .max()
        .orElse(0);
  }
}
