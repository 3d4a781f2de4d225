package net.pesulabs.console.page.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Text that can be selected and copied, and that grows cheaply: a piece added touches the last
 * paragraph only, where a text area would lay out everything again.
 */
final class SelectableText extends Region {

  /** A longer paragraph goes on in a new one, so that adding to it stays cheap. */
  private static final int LONGEST = 4_000;

  private final StringBuilder text = new StringBuilder();
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private int anchor;
  private int caret;
  private double measuredWidth = -1;
  private double measuredHeight = -1;

  SelectableText() {
    getStyleClass().add("selectable-text");
    setCursor(Cursor.TEXT);
    setAccessibleRole(AccessibleRole.TEXT);
    new TextSelection(this);
  }

  SelectableText(String text) {
    this();
    append(text);
  }

  void append(String piece) {
    int from = 0;
    for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      appendLine(piece.substring(from, end));
      text.append('\n');
      startParagraph();
      from = end + 1;
    }
    appendLine(piece.substring(from));
  }

  String text() {
    return text.toString();
  }

  /** Selects from one offset to another; equal ones select nothing. */
  void select(int from, int to) {
    anchor = from;
    caret = to;
    requestLayout();
  }

  /** Moves the end that is being dragged. */
  void selectTo(int to) {
    select(anchor, to);
  }

  String selected() {
    return text.substring(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  /** The offset nearest to a point of this node. */
  int offsetAt(double x, double y) {
    Paragraph at = null;
    for (Paragraph paragraph : paragraphs) {
      if (at == null || paragraph.getLayoutY() <= y) {
        at = paragraph;
      }
    }
    return at == null ? 0 : at.offsetAt(new Point2D(x - at.getLayoutX(), y - at.getLayoutY()));
  }

  private void appendLine(String line) {
    String rest = line;
    while (!rest.isEmpty()) {
      Paragraph last = paragraphs.isEmpty() ? startParagraph() : paragraphs.getLast();
      int room = LONGEST - last.length();
      int cut =
          rest.length() <= room ? rest.length() : rest.lastIndexOf(' ', Math.max(0, room)) + 1;
      if (cut == 0 && last.length() > LONGEST / 2) {
        startParagraph();
        continue;
      }
      // One word longer than any line: cut it, but not between the halves of a character.
      cut = cut > 0 ? cut : rest.offsetByCodePoints(0, rest.codePointCount(0, room) - 1);
      last.append(rest.substring(0, cut));
      text.append(rest, 0, cut);
      rest = rest.substring(cut);
    }
  }

  private Paragraph startParagraph() {
    var paragraph = new Paragraph(text.length());
    paragraphs.add(paragraph);
    getChildren().add(paragraph);
    return paragraph;
  }

  @Override
  public void requestLayout() {
    measuredWidth = -1;
    super.requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(paragraphs.stream().mapToDouble(p -> p.prefWidth(-1)).max().orElse(0));
  }

  @Override
  protected double computePrefHeight(double width) {
    // Asked for at each layout of the transcript, though only the last answer changes.
    if (width != measuredWidth) {
      double height = 0;
      for (Paragraph paragraph : paragraphs) {
        height += paragraph.prefHeight(width);
      }
      measuredHeight = height;
      measuredWidth = width;
    }
    return measuredHeight;
  }

  @Override
  protected void layoutChildren() {
    double y = 0;
    for (Paragraph paragraph : paragraphs) {
      double height = paragraph.prefHeight(getWidth());
      paragraph.resizeRelocate(0, y, getWidth(), height);
      paragraph.mark(Math.min(anchor, caret), Math.max(anchor, caret));
      y += height;
    }
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... args) {
    return attribute == AccessibleAttribute.TEXT
        ? text()
        : super.queryAccessibleAttribute(attribute, args);
  }
}
