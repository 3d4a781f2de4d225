package net.pesulabs.console.page.topology.layout;

/**
 * Where a thing stands.
 *
 * @param rect all of it, with what it holds
 * @param head the part that is its own: for an open one what stands above or beside the others
 * @param depth how many hold it
 */
public record Spot(String id, Form form, Rect rect, Rect head, int depth) {

  Spot moved(double dx, double dy) {
    return new Spot(id, form, rect.moved(dx, dy), head.moved(dx, dy), depth);
  }
}
