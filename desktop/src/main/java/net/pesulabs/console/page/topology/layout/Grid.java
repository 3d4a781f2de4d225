package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things in rows, read as a page is, each in a place that it keeps: who leaves, leaves a hole as
 * large as they were, and who comes takes the first hole, or the end. Only when it has outgrown its
 * columns twice over are they counted anew, and then the order stays.
 */
final class Grid {

  /** So few need no more columns. */
  private static final int FEW = 6;

  /** How much wider than tall it should be. */
  private static final double ASPECT = 1.5;

  private final List<@Nullable String> slots = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final int fewest;
  private final boolean single;
  private int columns;
  private int columnsFor;

  private Grid(int fewest, boolean single) {
    this.fewest = fewest;
    this.single = single;
  }

  /** As many columns as look well, and at least so many. */
  static Grid ofColumns(int fewest) {
    return new Grid(fewest, false);
  }

  /** One thing a row. */
  static Grid ofOneColumn() {
    return new Grid(1, true);
  }

  boolean has(String id) {
    return places.containsKey(id);
  }

  int length() {
    return slots.size();
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Those there are, in order. */
  Stream<String> ids() {
    return slots.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  void add(String id) {
    int hole = slots.indexOf(null);
    set(id, hole < 0 ? slots.size() : hole);
  }

  /** Takes the free place nearest to this one. */
  void addNear(String id, int place) {
    for (int away = 0; ; away++) {
      if (isFree(place + away)) {
        set(id, place + away);
        return;
      }
      if (place - away >= 0 && isFree(place - away)) {
        set(id, place - away);
        return;
      }
    }
  }

  private boolean isFree(int place) {
    return place >= slots.size() || slots.get(place) == null;
  }

  int place(String id) {
    return places.getOrDefault(id, -1);
  }

  private void set(String id, int place) {
    while (slots.size() <= place) {
      slots.add(null);
      sizes.add(Size.NONE);
    }
    slots.set(place, id);
    places.put(id, place);
  }

  void remove(String id) {
    Integer place = places.remove(id);
    if (place != null) {
      slots.set(place, null);
    }
  }

  /**
   * Takes the sizes of what is in it, which it needs to place it.
   *
   * @param least the size of a place that was never taken
   */
  Grid measure(Function<String, Size> sizeOf, Size least) {
    for (int i = 0; i < slots.size(); i++) {
      String id = slots.get(i);
      if (id != null) {
        sizes.set(i, sizeOf.apply(id));
      } else if (sizes.get(i).equals(Size.NONE)) {
        sizes.set(i, least);
      }
    }
    if (!slots.isEmpty()) {
      chooseColumns();
    }
    return this;
  }

  /** Puts everything in its place, the first at 0, 0, and says what that takes in all. */
  Size place(Size gap, BiConsumer<String, Point> put) {
    if (slots.isEmpty()) {
      return Size.NONE;
    }
    int wide = columns;
    double[] widths = new double[Math.min(wide, slots.size())];
    double[] heights = new double[Math.ceilDiv(slots.size(), wide)];
    for (int i = 0; i < slots.size(); i++) {
      widths[i % wide] = Math.max(widths[i % wide], sizes.get(i).width());
      heights[i / wide] = Math.max(heights[i / wide], sizes.get(i).height());
    }
    double y = 0;
    for (int row = 0; row < heights.length; row++) {
      double x = 0;
      for (int column = 0; column < wide && row * wide + column < slots.size(); column++) {
        String id = slots.get(row * wide + column);
        if (id != null) {
          put.accept(id, new Point(x, y));
        }
        x += widths[column] + gap.width();
      }
      y += heights[row] + gap.height();
    }
    double width = 0;
    for (double each : widths) {
      width += each + gap.width();
    }
    return new Size(width - gap.width(), y - gap.height());
  }

  /** Whether there is one thing a row; known once it is measured. */
  boolean isNarrow() {
    return columns == 1;
  }

  private void chooseColumns() {
    if (single) {
      columns = 1;
    } else if (columns == 0 || slots.size() > FEW && slots.size() >= 2 * columnsFor) {
      double width = sizes.stream().mapToDouble(Size::width).average().orElse(1);
      double height = sizes.stream().mapToDouble(Size::height).average().orElse(1);
      columnsFor = slots.size();
      columns = (int) Math.max(fewest, Math.round(Math.sqrt(columnsFor * ASPECT * height / width)));
    }
  }
}
