package net.pesulabs.console.page.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;
import net.pesulabs.console.page.topology.layout.Spot;
import org.jspecify.annotations.Nullable;

/** The view onto the map: its camera, and what of the map is drawn anew when. */
final class MapPane extends Pane {

  private static final double MARGIN = 28;

  /** What stands out around a thing, in the map's units and in pixels. */
  private static final double HALO = 8;

  private static final double HALO_PIXELS = 3;

  private final MapModel model;
  private final Borders borders = new Borders();
  private final Inks inks = new Inks(this::repaint);
  private final MapSurface surface = new MapSurface(inks);
  private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.START);

  /** Whether it still shows what it chose to show, and nobody has moved it. */
  private boolean untouched = true;

  private boolean begun;
  private Runnable colours = () -> {};
  private double covered;
  private boolean gliding;

  MapPane(MapModel model) {
    this.model = model;
    getStyleClass().add("map");
    setId("map");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(inks, surface);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    camera.subscribe(next -> {
      if (gliding) {
        surface.glide(next);
      } else {
        surface.look(next);
      }
    });
    model.onChange(this::changed);
    widthProperty().subscribe(this::resized);
    heightProperty().subscribe(this::resized);
  }

  ReadOnlyObjectProperty<Camera> cameraProperty() {
    return camera.getReadOnlyProperty();
  }

  MapSurface surface() {
    return surface;
  }

  Inks inks() {
    return inks;
  }

  /** Called when the colours are others. */
  void onColours(Runnable others) {
    colours = others;
  }

  /** How much of its right side the panel covers. */
  void cover(double width) {
    covered = width;
  }

  /** Somebody moves the view. */
  void look(Camera through) {
    untouched = false;
    gliding = true;
    camera.set(through.kept(model.sketch().bounds(), getWidth(), getHeight()));
    gliding = false;
  }

  /** Shows all of it, and goes on to. */
  void fit() {
    untouched = true;
    camera.set(Camera.fit(model.sketch().bounds(), getWidth(), getHeight(), MARGIN));
  }

  void actualSize() {
    zoom(1 / camera.get().scale());
  }

  /** About the middle of what is in view. */
  void zoom(double factor) {
    look(camera.get().zoomed(factor, getWidth() / 2, getHeight() / 2));
  }

  /** Brings a vertex or wire into view, large enough to be read. */
  void reveal(String id) {
    Rect rect = place(id);
    if (rect == null) {
      return;
    }
    Camera now = camera.get();
    if (now.scale() < Camera.READABLE) {
      double factor = Camera.READABLE / now.scale();
      now = now.zoomed(factor, getWidth() / 2, getHeight() / 2);
    }
    double width = Math.max(100, getWidth() - covered);
    Camera next = now.showing(rect, width, getHeight(), MARGIN);
    if (!next.equals(camera.get())) {
      look(next);
    }
  }

  /** Moves as little as brings something out from under the panel. */
  void uncover(String id) {
    Rect rect = place(id);
    if (rect != null && covered > 0) {
      double right = camera.get().toView(rect.right(), rect.y()).x();
      double hidden = right - (getWidth() - covered - MARGIN);
      if (hidden > 0 && right - getWidth() < covered) {
        camera.set(camera.get().dragged(-hidden, 0));
      }
    }
  }

  /** The part of a thing that is its own, or the sign on a line. */
  @Nullable Rect place(String id) {
    Sketch sketch = model.sketch();
    Spot spot = sketch.spots().get(id);
    if (spot != null) {
      return spot.head();
    }
    Path path = sketch.paths().get(id);
    return path == null ? null : new Rect(path.badge().x() - 8, path.badge().y() - 8, 16, 16);
  }

  /** Draws everything anew, with other colours or texts. */
  private void repaint() {
    if (surface != null) { // the colours come while this is made
      surface.show(model.picture());
      surface.drawAll();
      colours.run();
    }
  }

  private void changed(MapModel.Change change) {
    if (change.anew()) {
      begun = false;
    }
    surface.show(model.picture());
    if (change.moved()) {
      begin();
    }
    List<Rect> parts = change.parts();
    if (parts == null) {
      borders.forget();
      surface.drawAll();
    } else {
      double halo = HALO + HALO_PIXELS / camera.get().scale();
      parts.forEach(part -> surface.draw(part.grown(halo)));
      touched(change.ids()).forEach(surface::draw);
    }
  }

  private Set<Rect> touched(Set<String> ids) {
    Sketch sketch = model.sketch();
    double halo = HALO + HALO_PIXELS / camera.get().scale();
    var parts = new HashSet<Rect>();
    for (String id : ids) {
      Spot spot = sketch.spots().get(id);
      if (spot != null) {
        parts.addAll(borders.parts(spot, model.graph().vertices().get(id), halo));
      }
    }
    return parts;
  }

  private void resized() {
    if (untouched) {
      begun = false;
    }
    begin();
  }

  /**
   * Looks at the beginning of a picture, once there is one; and on, while nobody moved the view.
   */
  private void begin() {
    Rect all = model.sketch().bounds();
    if (getWidth() <= 0 || getHeight() <= 0 || all.width() <= 0) {
      return;
    }
    boolean outgrown = untouched && !camera.get().seen(getWidth(), getHeight()).contains(all);
    if (!begun || outgrown) {
      begun = true;
      untouched = true;
      camera.set(
          model.sketch().spots().size() > 100
              ? Camera.fit(all, getWidth(), getHeight(), MARGIN)
              : Camera.read(all, getWidth(), getHeight(), MARGIN));
    }
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
