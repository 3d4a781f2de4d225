package net.pesulabs.console.page.home;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Puts its children in as many equal columns as fit, and makes those of one row equally high. No
 * row is left half empty.
 */
final class CardGrid extends Pane {

  /** What becomes of a last row with fewer children than columns. */
  enum LastRow {
    /** The rows above are full; the last one's children share its width. */
    FILLED,
    /** The children are spread so that the rows differ by one child at most. */
    EVEN
  }

  private static final double GAP = 16;

  private final double minColumn;
  private final int maxColumns;
  private final LastRow lastRow;

  CardGrid(double minColumn, int maxColumns, LastRow lastRow, Node... children) {
    super(children);
    this.minColumn = minColumn;
    this.maxColumns = maxColumns;
    this.lastRow = lastRow;
  }

  /** How many children each row holds. */
  static List<Integer> rows(int children, int columns, LastRow lastRow) {
    var rows = new ArrayList<Integer>();
    int left = children;
    int rowsLeft = Math.ceilDiv(children, columns);
    while (left > 0) {
      int row = lastRow == LastRow.EVEN ? Math.ceilDiv(left, rowsLeft--) : Math.min(columns, left);
      rows.add(row);
      left -= row;
    }
    return rows;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return minColumn / 2;
  }

  @Override
  protected double computePrefWidth(double height) {
    return maxColumns * (minColumn + GAP);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = (width < 0 ? prefWidth(-1) : width) - insets(true);
    double height = insets(false);
    for (List<Node> row : rows(inner)) {
      height += rowHeight(row, columnWidth(inner, row)) + GAP;
    }
    return snapSizeY(Math.max(0, height - GAP));
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double inner = getWidth() - insets(true);
    double y = insets.getTop();
    for (List<Node> row : rows(inner)) {
      double width = columnWidth(inner, row);
      double height = rowHeight(row, width);
      double x = insets.getLeft();
      for (Node child : row) {
        double left = snapPositionX(x);
        child.resizeRelocate(left, y, snapPositionX(x + width) - left, height);
        x += width + GAP;
      }
      y += height + GAP;
    }
  }

  private List<List<Node>> rows(double width) {
    int columns = (int) Math.clamp(Math.floor((width + GAP) / (minColumn + GAP)), 1, maxColumns);
    List<Node> children = getManagedChildren();
    var rows = new ArrayList<List<Node>>();
    int from = 0;
    for (int count : rows(children.size(), columns, lastRow)) {
      rows.add(children.subList(from, from + count));
      from += count;
    }
    return rows;
  }

  private double rowHeight(List<Node> row, double width) {
    return snapSizeY(row.stream().mapToDouble(child -> child.prefHeight(width)).max().orElse(0));
  }

  private static double columnWidth(double inner, List<Node> row) {
    return (inner - GAP * (row.size() - 1)) / row.size();
  }

  private double insets(boolean horizontal) {
    Insets insets = getInsets();
    return horizontal ? insets.getLeft() + insets.getRight() : insets.getTop() + insets.getBottom();
  }
}
