package net.pesulabs.console.page.topology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;

/** The keyboard on the map: arrows go about, Enter selects, plus and minus open and fold. */
final class MapKeys {

  private static final double STEP = 1.25;
  private static final double SIGN = 16;

  private final MapPane pane;
  private final MapModel model;

  private MapKeys(MapPane pane, MapModel model) {
    this.pane = pane;
    this.model = model;
  }

  static void install(MapPane pane, MapModel model) {
    var keys = new MapKeys(pane, model);
    pane.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (keys.press(event)) {
            event.consume();
          }
        });
  }

  private boolean press(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean shortcut = event.isShortcutDown();
    return switch (code) {
      case LEFT, RIGHT, UP, DOWN -> go(code);
      case ENTER, SPACE -> select();
      case HOME -> begin();
      case PLUS, EQUALS, ADD -> shortcut ? zoom(STEP) : fold(false);
      case MINUS, SUBTRACT -> shortcut ? zoom(1 / STEP) : fold(true);
      case DIGIT0, NUMPAD0 -> shortcut && fit();
      default -> false;
    };
  }

  private boolean zoom(double factor) {
    pane.zoom(factor);
    return true;
  }

  private boolean fit() {
    pane.fit();
    return true;
  }

  private boolean select() {
    String cursor = model.cursorProperty().get();
    if (cursor == null) {
      return false;
    }
    model.select(cursor);
    pane.reveal(cursor);
    return true;
  }

  private boolean fold(boolean folded) {
    String cursor = model.cursorProperty().get();
    if (cursor == null || !model.holds(cursor)) {
      return false;
    }
    model.fold(cursor, folded);
    pane.reveal(cursor);
    return true;
  }

  private boolean go(KeyCode arrow) {
    String from = model.cursorProperty().get();
    if (from == null) {
      return begin();
    }
    Compass.next(from, arrow, places()).ifPresent(this::moveTo);
    return true;
  }

  /** The first thing in view, as one would read it. */
  private boolean begin() {
    Rect seen = pane.cameraProperty().get().seen(pane.getWidth(), pane.getHeight());
    places().entrySet().stream()
        .filter(entry -> seen.overlaps(entry.getValue()))
        .min(Comparator.comparingDouble(entry -> entry.getValue().x() + 2 * entry.getValue().y()))
        .map(Map.Entry::getKey)
        .ifPresent(this::moveTo);
    return true;
  }

  private void moveTo(String id) {
    model.cursorProperty().set(id);
    pane.reveal(id);
  }

  /** Of what holds others only its head: those are places of their own. */
  private Map<String, Rect> places() {
    Sketch sketch = model.sketch();
    var places = new HashMap<String, Rect>();
    sketch.spots().forEach((id, spot) -> places.put(id, spot.head()));
    sketch
        .paths()
        .forEach((id, path) -> {
          Point badge = path.badge();
          places.put(id, new Rect(badge.x() - SIGN / 2, badge.y() - SIGN / 2, SIGN, SIGN));
        });
    return places;
  }
}
