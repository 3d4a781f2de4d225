package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is to place, without what it says: while this stays equal, nothing on the map moves.
 *
 * @param machines from the top down; the one of unscheduled pods last
 */
record Plan(List<Frame> gateways, List<Frame> machines) {

  /** No id of an item starts with it, and no namespace holds it (RFC 1123). */
  private static final String LABEL = "#";

  /**
   * A machine with its shelves.
   *
   * @param wired whether lines lead to it
   */
  record Frame(String id, boolean wired, List<Shelf> shelves) {

    private void addTo(List<String> order) {
      order.add(id);
      shelves.forEach(shelf -> order.addAll(shelf.chips()));
    }
  }

  /**
   * A namespace's workloads on one machine, or its hardware.
   *
   * @param name what stands beside it
   * @param chips the ids, in order
   */
  record Shelf(String name, List<String> chips) {}

  /** Everything in the order one would read it, which is the order of the Tab key. */
  List<String> readingOrder() {
    var order = new ArrayList<String>();
    order.add(Item.INTERNET);
    gateways.forEach(frame -> frame.addTo(order));
    order.add(Item.LAN);
    machines.forEach(frame -> frame.addTo(order));
    order.add(Item.TAILNET);
    order.add(Item.LAPTOP);
    return order;
  }

  /** The id of the words beside a shelf. */
  static String labelId(String frame, String shelf) {
    return LABEL + frame + LABEL + shelf;
  }

  static boolean isLabel(String id) {
    return id.startsWith(LABEL);
  }

  static String shelfOf(String labelId) {
    return labelId.substring(labelId.lastIndexOf(LABEL) + 1);
  }
}
