package net.pesulabs.console.page.topology;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/** The part of the map in view: dragged, scrolled, zoomed, fitted. */
final class MapScroll extends ScrollPane {

  private static final double STEP = 1.2;
  private static final double MIN = 0.3;
  private static final double MAX = 2.5;

  /** Fitting goes no smaller than what can still be read, and no larger than looks right. */
  private static final double MIN_FIT = 0.75;

  private static final double MAX_FIT = 1.4;

  /** What the style sheet leaves free around the map. */
  private static final double PADDING = 16;

  /** At least as much as a scroll bar takes, lest one calls for the other. */
  private static final double SCROLL_BAR = 16;

  private final Region map;
  private final Scale scale = new Scale(1, 1);
  private final DoubleProperty fitWidth = new SimpleDoubleProperty();
  private boolean fitted = true;

  MapScroll(Region map) {
    this.map = map;
    map.getTransforms().add(scale);
    var stage = new StackPane(new Group(map));
    stage.getStyleClass().add("map-stage");
    // Not the view's width: the panel beside it would shift what it does not concern.
    stage.minWidthProperty().bind(fitWidth.subtract(SCROLL_BAR));
    stage.minHeightProperty().bind(viewportBoundsProperty().map(Bounds::getHeight));
    setContent(stage);
    setPannable(true);
    getStyleClass().add("map-scroll");
    setFocusTraversable(false);
    addEventFilter(ScrollEvent.SCROLL, this::wheel);
    viewportBoundsProperty().subscribe(this::refit);
    map.prefWidthProperty().subscribe(this::refit);
    map.prefHeightProperty().subscribe(this::refit);
  }

  void zoomIn() {
    zoom(STEP);
  }

  void zoomOut() {
    zoom(1 / STEP);
  }

  /** Shows as much of the map as can still be read, and follows the window's size again. */
  void fit() {
    fitted = true;
    refit();
  }

  /** The width the map is fitted to; the panel beside it then covers, and moves nothing. */
  void fitTo(double width) {
    fitWidth.set(width);
    refit();
  }

  double zoom() {
    return scale.getX();
  }

  /** Scrolls as little as brings the node into view. */
  void reveal(Node node) {
    Bounds content = getContent().getLayoutBounds();
    Bounds view = getViewportBounds();
    Bounds target = getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    setHvalue(
        scrolled(
            getHvalue(), content.getWidth(), view.getWidth(), target.getMinX(), target.getMaxX()));
    setVvalue(
        scrolled(
            getVvalue(),
            content.getHeight(),
            view.getHeight(),
            target.getMinY(),
            target.getMaxY()));
  }

  /**
   * The scroll value, 0 to 1, nearest to {@code value} that shows from {@code min} to {@code max}.
   */
  static double scrolled(double value, double content, double view, double min, double max) {
    double room = content - view;
    if (room <= 0) {
      return value;
    }
    double offset = value * room;
    double wanted = Math.min(Math.max(offset, max - view), min);
    return Math.clamp(wanted / room, 0, 1);
  }

  private void wheel(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP);
      event.consume();
    }
  }

  /** Zooms about the middle of what is in view. */
  private void zoom(double factor) {
    double next = Math.clamp(scale.getX() * factor, MIN, MAX);
    double ratio = next / scale.getX();
    fitted = false;
    double h =
        middle(
            getHvalue(), getContent().getLayoutBounds().getWidth(), getViewportBounds().getWidth());
    double v =
        middle(
            getVvalue(),
            getContent().getLayoutBounds().getHeight(),
            getViewportBounds().getHeight());
    scale(next);
    layout();
    setHvalue(
        back(h * ratio, getContent().getLayoutBounds().getWidth(), getViewportBounds().getWidth()));
    setVvalue(
        back(
            v * ratio,
            getContent().getLayoutBounds().getHeight(),
            getViewportBounds().getHeight()));
  }

  private static double middle(double value, double content, double view) {
    return value * Math.max(0, content - view) + view / 2;
  }

  private static double back(double middle, double content, double view) {
    double room = content - view;
    return room <= 0 ? 0 : Math.clamp((middle - view / 2) / room, 0, 1);
  }

  private void refit() {
    double width = fitWidth.get();
    double height = getViewportBounds().getHeight();
    if (!fitted || width <= 0 || height <= 0 || map.getPrefWidth() <= 0) {
      return;
    }
    double margin = 2 * PADDING + SCROLL_BAR;
    double fit =
        Math.min((width - margin) / map.getPrefWidth(), (height - margin) / map.getPrefHeight());
    scale(Math.clamp(fit, MIN_FIT, MAX_FIT));
  }

  private void scale(double factor) {
    scale.setX(factor);
    scale.setY(factor);
  }
}
