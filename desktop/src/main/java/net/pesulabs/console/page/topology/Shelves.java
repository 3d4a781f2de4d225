package net.pesulabs.console.page.topology;

import java.util.List;
import java.util.Map;

/**
 * How the chips of a machine are put on shelves, a namespace a shelf.
 *
 * @param columns chips side by side
 * @param labelWidth room for the namespace beside its chips; 0 to put it above them
 * @param head room for the machine's own words, above its shelves
 */
record Shelves(int columns, double labelWidth, double chipWidth, double head) {

  static final Shelves WIDE = new Shelves(3, 112, 162, 76);
  static final Shelves NARROW = new Shelves(1, 0, 144, 116);

  private static final double PADDING = 12;
  private static final double CHIP_HEIGHT = 28;
  private static final double CHIP_GAP = 6;
  private static final double SHELF_GAP = 8;
  private static final double LABEL_HEIGHT = 18;

  double width() {
    return 2 * PADDING + labelWidth + columns * chipWidth + (columns - 1) * CHIP_GAP;
  }

  /** Puts the chips and the shelves' labels of a machine that starts at x, y; gives its height. */
  double place(Plan.Frame frame, double x, double y, Map<String, Rect> rects) {
    double top = y + head;
    for (Plan.Shelf shelf : frame.shelves()) {
      top += SHELF_GAP;
      boolean above = labelWidth == 0;
      rects.put(
          Plan.labelId(frame.id(), shelf.name()),
          new Rect(
              x + PADDING,
              top,
              above ? chipWidth : labelWidth - CHIP_GAP,
              above ? LABEL_HEIGHT : CHIP_HEIGHT));
      top += above ? LABEL_HEIGHT : 0;
      top = chips(shelf.chips(), x + PADDING + labelWidth, top, rects);
    }
    return frame.shelves().isEmpty() ? head + PADDING : top - y + PADDING;
  }

  /** The y below the last row, without a gap. */
  private double chips(List<String> ids, double x, double y, Map<String, Rect> rects) {
    for (int i = 0; i < ids.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      rects.put(
          ids.get(i),
          new Rect(
              x + column * (chipWidth + CHIP_GAP),
              y + row * (CHIP_HEIGHT + CHIP_GAP),
              chipWidth,
              CHIP_HEIGHT));
    }
    int rows = Math.ceilDiv(ids.size(), columns);
    return y + rows * CHIP_HEIGHT + Math.max(0, rows - 1) * CHIP_GAP;
  }
}
