package net.pesulabs.console.page.topology.draw;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The colours as the style sheets have them now. It shows nothing: a canvas knows no styles, so
 * this stands in the scene for it and is styled in its place.
 */
public final class Inks extends Pane {

  private final Map<Ink, Rectangle> samples = new EnumMap<>(Ink.class);

  /**
   * The colours.
   *
   * @param changed called when a colour is another one
   */
  public Inks(Runnable changed) {
    setManaged(false);
    setMouseTransparent(true);
    getStyleClass().add("map-inks");
    for (Ink ink : Ink.values()) {
      var sample = new Rectangle();
      sample.getStyleClass().add(ink.styleClass());
      sample.fillProperty().subscribe((before, now) -> changed.run());
      samples.put(ink, sample);
      getChildren().add(sample);
    }
  }

  public Color of(Ink ink) {
    return Objects.requireNonNull(samples.get(ink)).getFill() instanceof Color color
        ? color
        : Color.TRANSPARENT;
  }
}
