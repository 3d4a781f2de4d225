package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import net.pesulabs.console.page.topology.draw.CanvasPen;
import net.pesulabs.console.page.topology.draw.Ink;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.draw.Painter;
import net.pesulabs.console.page.topology.draw.Picture;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/**
 * The map as far as a camera sees it, on a canvas that keeps what was drawn: a change draws only
 * the part it touches, at most once a frame. FX thread only.
 */
final class MapSurface extends Region {

  /** More parts than this are as dear as the whole. */
  private static final int MANY = 40;

  private final Canvas canvas = new Canvas();
  private final Painter painter = new Painter();
  private final Inks inks;
  private final CanvasPen pen;
  private final List<Rect> parts = new ArrayList<>();
  private @Nullable Picture picture;
  private Camera camera = Camera.START;
  private boolean all = true;
  private long drawn;
  private long drawings;

  MapSurface(Inks inks) {
    this.inks = inks;
    this.pen = new CanvasPen(canvas.getGraphicsContext2D(), inks);
    setManaged(false); // so that what is drawn anew lays nothing else out
    setMouseTransparent(true);
    getChildren().add(canvas);
  }

  Camera camera() {
    return camera;
  }

  /** Things drawn since the beginning. */
  long drawn() {
    return drawn;
  }

  /** How often something was drawn since the beginning. */
  long drawings() {
    return drawings;
  }

  void look(Camera through) {
    if (!through.equals(camera)) {
      camera = through;
      drawAll();
    }
  }

  /** Shows another picture; what of it is drawn anew is told by the other methods. */
  void show(Picture next) {
    picture = next;
  }

  void drawAll() {
    all = true;
    parts.clear();
    requestLayout();
  }

  /** Draws a part of the map anew. */
  void draw(Rect part) {
    if (!all && part.overlaps(camera.seen(getWidth(), getHeight()))) {
      parts.add(part);
      if (parts.size() > MANY) {
        drawAll();
      }
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      all = true;
    }
    if (picture == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    Camera sharp = onPixels(camera);
    if (all) {
      draw(picture, sharp, new Rect(0, 0, getWidth(), getHeight()), false);
    } else {
      for (Rect part : parts) {
        Point corner = sharp.toView(part.x(), part.y());
        Point end = sharp.toView(part.right(), part.bottom());
        double x = Math.max(0, Math.floor(corner.x()));
        double y = Math.max(0, Math.floor(corner.y()));
        double right = Math.min(getWidth(), Math.ceil(end.x()));
        double bottom = Math.min(getHeight(), Math.ceil(end.y()));
        if (right > x && bottom > y) {
          draw(picture, sharp, new Rect(x, y, right - x, bottom - y), true);
        }
      }
    }
    all = false;
    parts.clear();
  }

  /** Draws a part of the view. */
  private void draw(Picture what, Camera through, Rect view, boolean clipped) {
    GraphicsContext on = canvas.getGraphicsContext2D();
    on.save();
    if (clipped) {
      on.beginPath();
      on.rect(view.x(), view.y(), view.width(), view.height());
      on.clip();
    }
    on.setFill(inks.of(Ink.GROUND));
    on.fillRect(view.x(), view.y(), view.width(), view.height());
    double scale = through.scale();
    on.setTransform(scale, 0, 0, scale, -through.x() * scale, -through.y() * scale);
    Point corner = through.toMap(view.x(), view.y());
    var part = new Rect(corner.x(), corner.y(), view.width() / scale, view.height() / scale);
    pen.begin();
    drawn += painter.paint(pen, what, part, scale);
    drawings++;
    on.restore();
  }

  /** Moved by less than a pixel, so that straight lines are sharp. */
  private static Camera onPixels(Camera camera) {
    double scale = camera.scale();
    return new Camera(
        Math.round(camera.x() * scale) / scale, Math.round(camera.y() * scale) / scale, scale);
  }
}
