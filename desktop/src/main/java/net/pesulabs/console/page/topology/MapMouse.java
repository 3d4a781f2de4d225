package net.pesulabs.console.page.topology;

import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;
import net.pesulabs.console.page.topology.draw.Chevron;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Spot;
import org.jspecify.annotations.Nullable;

/** The pointer on the map: it drags, zooms, folds and selects. */
final class MapMouse {

  /** A notch of a wheel is 40 of them; six notches are about three times as large. */
  private static final double PER_PIXEL = 0.0046;

  private static final double NEAR = 6;

  private final MapPane pane;
  private final MapModel model;
  private final MapWords words;
  private final Tooltip tooltip = new Tooltip();
  private @Nullable String pointed;
  private double lastX;
  private double lastY;
  private boolean dragging;

  private MapMouse(MapPane pane, MapModel model, MapWords words) {
    this.pane = pane;
    this.model = model;
    this.words = words;
    tooltip.setShowDelay(Duration.millis(600));
    tooltip.getStyleClass().add("map-tooltip");
  }

  static void install(MapPane pane, MapModel model, MapWords words) {
    var mouse = new MapMouse(pane, model, words);
    pane.addEventHandler(ScrollEvent.SCROLL, mouse::scroll);
    pane.addEventHandler(ZoomEvent.ZOOM, mouse::pinch);
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse::press);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse::drag);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, mouse::release);
    pane.addEventHandler(MouseEvent.MOUSE_CLICKED, mouse::click);
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, mouse::move);
  }

  private void scroll(ScrollEvent event) {
    if (event.isShiftDown() || event.isInertia()) {
      pane.look(camera().dragged(event.getDeltaX() + shifted(event), event.getDeltaY()));
    } else {
      pane.look(
          camera().zoomed(Math.exp(event.getDeltaY() * PER_PIXEL), event.getX(), event.getY()));
    }
    event.consume();
  }

  /** Some systems turn the wheel by themselves while Shift is held, and some do not. */
  private static double shifted(ScrollEvent event) {
    return event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : 0;
  }

  private void pinch(ZoomEvent event) {
    pane.look(camera().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
    event.consume();
  }

  private void press(MouseEvent event) {
    lastX = event.getX();
    lastY = event.getY();
    dragging = false;
    pane.requestFocus();
  }

  private void drag(MouseEvent event) {
    if (event.isPrimaryButtonDown() || event.isMiddleButtonDown()) {
      dragging |= !event.isStillSincePress();
      if (dragging) {
        pane.setCursor(Cursor.CLOSED_HAND);
        pane.look(camera().dragged(event.getX() - lastX, event.getY() - lastY));
        lastX = event.getX();
        lastY = event.getY();
      }
    }
  }

  private void release(MouseEvent event) {
    if (dragging) {
      pane.setCursor(Cursor.DEFAULT);
    }
  }

  private void click(MouseEvent event) {
    if (dragging || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    String id = at(event);
    Spot spot = id == null ? null : model.sketch().spots().get(id);
    if (id != null && spot != null && model.holds(id)) {
      Point on = camera().toMap(event.getX(), event.getY());
      boolean chevron = Chevron.of(spot).grown(4).contains(on.x(), on.y());
      if (chevron || event.getClickCount() == 2) {
        model.fold(id, !model.isFolded(id));
        return;
      }
    }
    if (event.getClickCount() == 1) {
      model.cursorProperty().set(id);
      model.select(id);
    }
  }

  private void move(MouseEvent event) {
    String id = at(event);
    if (id == null ? pointed == null : id.equals(pointed)) {
      return;
    }
    pointed = id;
    pane.setCursor(id == null ? Cursor.DEFAULT : Cursor.HAND);
    tooltip.hide();
    if (id == null) {
      Tooltip.uninstall(pane, tooltip);
    } else {
      tooltip.setText(words.tip(id));
      Tooltip.install(pane, tooltip);
    }
  }

  private @Nullable String at(MouseEvent event) {
    Point on = camera().toMap(event.getX(), event.getY());
    return model.sketch().at(on.x(), on.y(), NEAR / camera().scale());
  }

  private Camera camera() {
    return pane.cameraProperty().get();
  }
}
