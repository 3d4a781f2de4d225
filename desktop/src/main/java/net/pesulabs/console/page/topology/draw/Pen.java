package net.pesulabs.console.page.topology.draw;

import java.util.List;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/** What the map is drawn with; in the map's units. */
public interface Pen {

  /**
   * A box.
   *
   * @param fill null to leave it open
   * @param line null for none
   */
  void box(
      Rect rect, double radius, @Nullable Ink fill, @Nullable Ink line, double width, Dash dash);

  /** Lines that look the same. */
  void lines(List<Path> paths, Ink ink, double width, Dash dash);

  /**
   * Words in one line.
   *
   * @param x where they begin
   * @param y of the line they stand on
   * @param size other than the type's own, where it stands for something far away
   */
  void words(String words, double x, double y, Type type, double size, Ink ink);

  void symbol(Symbol symbol, double x, double y, double side, Ink ink);
}
