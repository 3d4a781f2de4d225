package net.pesulabs.console.page.chat;

import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** One paragraph of a {@link SelectableText}, with its part of the selection behind it. */
final class Paragraph extends Region {

  /** An empty line: less than a full one, as between paragraphs in print. */
  private static final double GAP = 9;

  private final int start;
  private final StringBuilder content = new StringBuilder();
  private final Text text = new Text();
  private final TextFlow flow = new TextFlow(text);
  private @Nullable Path selection;

  Paragraph(int start) {
    this.start = start;
    text.getStyleClass().add("selectable-text-words");
    flow.getStyleClass().add("selectable-text-lines");
    getChildren().add(flow);
  }

  int length() {
    return content.length();
  }

  void append(String piece) {
    content.append(piece);
    text.setText(content.toString());
  }

  int offsetAt(Point2D point) {
    int at = flow.getHitInfo(point).getInsertionIndex();
    return start + Math.clamp(at, 0, content.length());
  }

  /** Shows what of a selection, in offsets of the whole text, lies in this paragraph. */
  void mark(int from, int to) {
    int first = Math.clamp(from - start, 0, content.length());
    int last = Math.clamp(to - start, 0, content.length());
    if (first == last) {
      if (selection != null) {
        getChildren().remove(selection);
        selection = null;
      }
      return;
    }
    if (selection == null) {
      selection = new Path();
      selection.getStyleClass().add("selectable-text-selection");
      selection.setManaged(false);
      getChildren().addFirst(selection);
    }
    selection.getElements().setAll(flow.getRangeShape(first, last, true));
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.isEmpty() ? 0 : flow.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.isEmpty() ? GAP : flow.prefHeight(width) + flow.getLineSpacing();
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
