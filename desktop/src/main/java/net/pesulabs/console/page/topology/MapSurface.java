package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.draw.Painter;
import net.pesulabs.console.page.topology.draw.Picture;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/**
 * The map as far as a camera sees it, in tiles that keep what was drawn. A change draws only the
 * part it touches. While somebody moves the camera, tiles are shifted and scaled as they are, and
 * only so many new ones are drawn in a frame; once it rests, they are drawn sharp. FX thread only.
 */
final class MapSurface extends Region {

  /** More parts than this are as dear as the whole. */
  private static final int MANY = 400;

  /** About as many things as are drawn in half a frame by a slow computer. */
  private static final int BUDGET = 60;

  private static final Duration REST = Duration.millis(140);

  /** Beyond this, what is scaled is no picture any more. */
  private static final double STRETCH = 3;

  private final Painter painter = new Painter();
  private final PauseTransition rest = new PauseTransition(REST);
  private final AnimationTimer more =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          requestLayout();
        }
      };
  private final List<Rect> parts = new ArrayList<>();
  private TileSheet sheet;
  private TileSheet before;
  private @Nullable Picture picture;
  private Camera camera = Camera.START;
  private boolean moving;

  /** Whether what is missing may come frame by frame, because something is there meanwhile. */
  private boolean gently;

  private long drawn;
  private long drawings;

  MapSurface(Inks inks) {
    sheet = new TileSheet(inks);
    before = new TileSheet(inks);
    setManaged(false); // so that what is drawn anew lays nothing else out
    setMouseTransparent(true);
    getChildren().addAll(before, sheet);
    rest.setOnFinished(event -> {
      moving = false;
      requestLayout();
    });
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

  /** Looks from somewhere else, at once. */
  void look(Camera through) {
    if (!through.equals(camera)) {
      camera = through;
      moving = false;
      gently = false;
      requestLayout();
    }
  }

  /** Looks from a little further on the way of somebody who moves the camera. */
  void glide(Camera through) {
    if (!through.equals(camera)) {
      camera = through;
      moving = true;
      gently = true;
      rest.playFromStart();
      requestLayout();
    }
  }

  /** Shows another picture; what of it is drawn anew is told by the other methods. */
  void show(Picture next) {
    picture = next;
  }

  void drawAll() {
    parts.clear();
    sheet.all().forEach(MapTile::age);
    gently = moving;
    requestLayout();
  }

  /** Draws a part of the map anew. */
  void draw(Rect part) {
    if (part.overlaps(camera.seen(getWidth(), getHeight()).grown(MapTile.SIDE / camera.scale()))) {
      parts.add(part);
      if (parts.size() > MANY) {
        drawAll();
      }
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    if (picture == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    double stretch = camera.scale() / sheet.scale();
    if (stretch != 1 && (!moving || stretch > STRETCH || stretch < 1 / STRETCH)) {
      change();
    }
    sheet.look(camera, getWidth(), getHeight());
    if (!before.getChildren().isEmpty()) {
      before.look(camera, getWidth(), getHeight());
    }
    drawParts(picture);
    if (drawTiles(picture)) {
      more.stop();
      if (!before.getChildren().isEmpty()) {
        before.begin(camera.scale());
      }
    } else {
      more.start();
    }
  }

  /** Begins a sheet of this scale, over the one there is. */
  private void change() {
    TileSheet next = before;
    before = sheet;
    sheet = next;
    sheet.begin(camera.scale());
    sheet.toFront();
  }

  private void drawParts(Picture what) {
    for (Rect part : parts) {
      for (MapTile tile : sheet.all()) {
        if (tile.isFresh()) {
          drawn += tile.draw(painter, what, part);
        }
      }
    }
    drawings += parts.isEmpty() ? 0 : 1;
    parts.clear();
  }

  /** Draws what is missing, or some of it; says whether nothing is missing any more. */
  private boolean drawTiles(Picture what) {
    List<MapTile> missing = sheet.stale();
    int spent = 0;
    for (int i = 0; i < missing.size(); i++) {
      if (gently && spent > BUDGET) {
        return false;
      }
      int things = missing.get(i).draw(painter, what, null);
      sheet.reveal(missing.get(i));
      spent += 4 + things;
      drawn += things;
      drawings++;
    }
    gently = moving;
    return true;
  }
}
