package net.pesulabs.console.page.topology;

import java.util.List;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;
import net.pesulabs.console.page.topology.layout.Spot;

/** All of the map in a corner, and which part of it is in view; gone while that is all of it. */
final class MiniMap extends Region {

  static final double WIDTH = 200;
  static final double HEIGHT = 132;
  private static final double MARGIN = 8;

  private final MapModel model;
  private final MapPane pane;
  private final Borders borders = new Borders();
  private final MapSurface surface;
  private final Rectangle frame = new Rectangle();

  MiniMap(MapModel model, MapPane pane, Inks inks) {
    this.model = model;
    this.pane = pane;
    this.surface = new MapSurface(inks);
    getStyleClass().add("map-mini");
    setId("mini-map");
    frame.getStyleClass().add("map-mini-frame");
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    var clip = new Rectangle(WIDTH, HEIGHT);
    clip.setArcWidth(16);
    clip.setArcHeight(16);
    setClip(clip);
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    getChildren().addAll(surface, frame);
    model.onChange(this::changed);
    pane.cameraProperty().subscribe(this::follow);
    pane.widthProperty().subscribe(this::follow);
    pane.heightProperty().subscribe(this::follow);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
  }

  /** Colours are others. */
  void repaint() {
    surface.drawAll();
  }

  private void go(MouseEvent event) {
    Point on = camera().toMap(event.getX(), event.getY());
    pane.look(pane.cameraProperty().get().over(on.x(), on.y(), pane.getWidth(), pane.getHeight()));
    event.consume();
  }

  private void changed(MapModel.Change change) {
    surface.show(model.plainPicture());
    if (change.moved()) {
      surface.look(camera());
      follow();
    }
    List<Rect> parts = change.parts();
    if (parts == null) {
      borders.forget();
      surface.drawAll();
      return;
    }
    double some = 3 / surface.camera().scale();
    parts.forEach(part -> surface.draw(part.grown(some)));
    Sketch sketch = model.sketch();
    for (String id : change.ids()) {
      Spot spot = sketch.spots().get(id);
      if (spot != null) {
        borders.parts(spot, model.graph().vertices().get(id), some).forEach(surface::draw);
      }
    }
  }

  private Camera camera() {
    return Camera.fit(model.sketch().bounds(), WIDTH, HEIGHT, MARGIN);
  }

  private void follow() {
    Rect all = model.sketch().bounds();
    Rect seen = pane.cameraProperty().get().seen(pane.getWidth(), pane.getHeight());
    setVisible(all.width() > 0 && !seen.grown(1).contains(all));
    Rect framed = frame(seen, camera());
    frame.setX(framed.x());
    frame.setY(framed.y());
    frame.setWidth(framed.width());
    frame.setHeight(framed.height());
  }

  /** What is in view, as it lies on the mini-map, and never quite off it. */
  static Rect frame(Rect seen, Camera mini) {
    Point corner = mini.toView(seen.x(), seen.y());
    Point end = mini.toView(seen.right(), seen.bottom());
    double x = Math.clamp(corner.x(), 1, WIDTH - 9);
    double y = Math.clamp(corner.y(), 1, HEIGHT - 9);
    return new Rect(
        x,
        y,
        Math.clamp(end.x() - x, 8, WIDTH - 1 - x),
        Math.clamp(end.y() - y, 8, HEIGHT - 1 - y));
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, WIDTH, HEIGHT);
  }
}
