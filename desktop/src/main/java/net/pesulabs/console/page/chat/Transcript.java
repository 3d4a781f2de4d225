package net.pesulabs.console.page.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The conversation, in a column as wide as is good to read. It follows its end while the reader is
 * there; once the reader goes up, nothing moves under the eyes until they come back. (A ScrollPane
 * keeps its place by a share of the height, and so drifts while text grows.)
 */
final class Transcript extends Region {

  private static final double COLUMN = 820;
  private static final double MARGIN = 24;

  /** So near to the end counts as being there. */
  private static final double NEAR = 24;

  private final Rows rows = new Rows();
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper unseen = new ReadOnlyBooleanWrapper();
  private double offset;
  private double contentHeight;
  private boolean layingOut;

  Transcript() {
    getStyleClass().add("transcript");
    bar.setOrientation(Orientation.VERTICAL);
    getChildren().addAll(rows, bar);
    setClip(clip);
    bar.valueProperty()
        .subscribe(value -> {
          if (!layingOut) {
            scrollTo(value.doubleValue());
          }
        });
    addEventHandler(ScrollEvent.SCROLL, event -> scrollTo(offset - event.getDeltaY()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  void add(int index, Node row) {
    rows.getChildren().add(index, row);
  }

  void remove(int from, int to) {
    rows.getChildren().remove(from, to);
  }

  /** Whether there is text below that came while the reader was further up. */
  ReadOnlyBooleanProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** Goes to the end, and stays there. */
  void followEnd() {
    following.set(true);
    unseen.set(false);
    requestLayout();
  }

  /** Scrolls by a page's height, upwards when negative. */
  void page(int pages) {
    scrollTo(offset + pages * (getHeight() - 2 * MARGIN));
  }

  double offset() {
    return offset;
  }

  private void scrollTo(double to) {
    double most = Math.max(0, contentHeight - getHeight());
    offset = Math.clamp(to, 0, most);
    following.set(offset >= most - NEAR);
    if (following.get()) {
      unseen.set(false);
    }
    requestLayout();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case PAGE_UP -> page(-1);
      case PAGE_DOWN -> page(1);
      case HOME -> scrollTo(0);
      case END -> followEnd();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    layingOut = true;
    double width = getWidth();
    double height = getHeight();
    double barWidth = bar.prefWidth(-1);
    double column = Math.floor(Math.min(COLUMN, width - 2 * Math.max(MARGIN, barWidth)));
    double content = rows.prefHeight(column);
    double most = Math.max(0, content - height);
    if (following.get()) {
      offset = most;
    } else if (content > contentHeight) {
      unseen.set(true);
    }
    offset = Math.clamp(offset, 0, most);
    contentHeight = content;
    rows.resizeRelocate(Math.floor((width - column) / 2), -Math.floor(offset), column, content);
    rows.draw(offset - height, offset + 2 * height);

    clip.setWidth(width);
    clip.setHeight(height);
    bar.setVisible(most > 0);
    bar.setMax(most);
    bar.setVisibleAmount(content == 0 ? 0 : most * height / content);
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(height);
    bar.setValue(offset);
    bar.resizeRelocate(width - barWidth, 0, barWidth, height);
    layingOut = false;
  }
}
