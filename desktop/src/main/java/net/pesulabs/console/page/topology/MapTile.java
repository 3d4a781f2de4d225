package net.pesulabs.console.page.topology;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import net.pesulabs.console.page.topology.draw.CanvasPen;
import net.pesulabs.console.page.topology.draw.Ink;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.draw.Painter;
import net.pesulabs.console.page.topology.draw.Picture;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/** A square of the map, drawn once and kept. FX thread only. */
final class MapTile {

  static final int SIDE = 256;

  /** Its neighbour begins before it ends, so that no seam shows while both are scaled. */
  private static final int OVERLAP = 1;

  private final Canvas canvas = new Canvas(SIDE + OVERLAP, SIDE + OVERLAP);
  private final Inks inks;
  private final CanvasPen pen;
  private boolean fresh;
  private double left;
  private double top;
  private double scale;

  MapTile(Inks inks) {
    this.inks = inks;
    this.pen = new CanvasPen(canvas.getGraphicsContext2D(), inks);
    canvas.setManaged(false);
  }

  Canvas canvas() {
    return canvas;
  }

  /** Takes the place of column and row, at so many pixels to the unit. */
  void put(int column, int row, double pixels) {
    left = (double) column * SIDE;
    top = (double) row * SIDE;
    scale = pixels;
    fresh = false;
    canvas.relocate(left, top);
  }

  boolean isFresh() {
    return fresh;
  }

  void age() {
    fresh = false;
  }

  /**
   * Draws it, or only what of a part of the map is on it.
   *
   * @param only null for all
   * @return how many things were drawn
   */
  int draw(Painter painter, Picture picture, @Nullable Rect only) {
    double x = 0;
    double y = 0;
    double right = SIDE + OVERLAP;
    double bottom = SIDE + OVERLAP;
    if (only != null) {
      x = Math.max(x, Math.floor(only.x() * scale - left));
      y = Math.max(y, Math.floor(only.y() * scale - top));
      right = Math.min(right, Math.ceil(only.right() * scale - left));
      bottom = Math.min(bottom, Math.ceil(only.bottom() * scale - top));
      if (right <= x || bottom <= y) {
        return 0;
      }
    }
    GraphicsContext on = canvas.getGraphicsContext2D();
    on.save();
    if (only != null) {
      on.beginPath();
      on.rect(x, y, right - x, bottom - y);
      on.clip();
    }
    on.setFill(inks.of(Ink.GROUND));
    on.fillRect(x, y, right - x, bottom - y);
    on.setTransform(scale, 0, 0, scale, -left, -top);
    var part =
        new Rect((left + x) / scale, (top + y) / scale, (right - x) / scale, (bottom - y) / scale);
    pen.begin();
    int drawn = painter.paint(pen, picture, part, scale);
    on.restore();
    fresh |= only == null;
    return drawn;
  }
}
