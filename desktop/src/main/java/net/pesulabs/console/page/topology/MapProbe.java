package net.pesulabs.console.page.topology;

import net.pesulabs.console.page.topology.graph.Layer;

/** The map as a benchmark looks at it and moves it. FX thread only. */
public final class MapProbe {

  private final MapModel model;
  private final MapPane pane;

  MapProbe(MapModel model, MapPane pane) {
    this.model = model;
    this.pane = pane;
  }

  public void show(Layer layer) {
    model.show(layer);
  }

  /** Opens everything that is folded, or folds it again. */
  public void foldAll(boolean folded) {
    model.foldAll(folded);
  }

  public void fit() {
    pane.fit();
  }

  /** As the pointer drags. */
  public void drag(double dx, double dy) {
    pane.look(pane.cameraProperty().get().dragged(dx, dy));
  }

  /** As the wheel zooms in the middle. */
  public void zoom(double factor) {
    pane.zoom(factor);
  }

  public double scale() {
    return pane.cameraProperty().get().scale();
  }

  /** How many things the layer has, seen or not. */
  public int things() {
    return model.graph().vertices().size();
  }

  /** How many can be seen, were the view large enough. */
  public int shown() {
    return model.sketch().spots().size();
  }

  /** Things drawn since the beginning; the same one counts each time. */
  public long drawn() {
    return pane.surface().drawn();
  }

  /** How often something was drawn since the beginning. */
  public long drawings() {
    return pane.surface().drawings();
  }
}
