package net.pesulabs.console.page.topology.draw;

import java.util.List;
import java.util.function.Function;
import javafx.scene.paint.Color;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.layout.Rect;

/**
 * The whole map as a picture of its own: with a title, the time, and what the signs mean.
 *
 * @param title what it shows
 * @param when at which time
 * @param legend the words for the signs
 */
public record Poster(Picture picture, String title, String when, List<Sign> legend) {

  private static final double MARGIN = 32;
  private static final double HEAD = 70;
  private static final double FOOT = 46;
  private static final double GAP = 22;

  /** A sign and its meaning. */
  public record Sign(Severity severity, String word) {}

  /** All that is on it, in the map's units. */
  public Rect view() {
    Rect map = picture.sketch().bounds();
    double width = Math.max(map.width() + 2 * MARGIN, 640);
    return new Rect(
        map.x() - MARGIN, map.y() - MARGIN - HEAD, width, map.height() + 2 * MARGIN + HEAD + FOOT);
  }

  /**
   * Draws a part of it.
   *
   * @param part in the map's units
   */
  public void paint(Pen pen, Rect part) {
    // As large as on screen at 100 %: then nothing is left out.
    new Painter().paint(pen, picture, part, 1);
    var metrics = new Metrics();
    Rect view = view();
    double left = view.x() + MARGIN;
    pen.words(title, left, view.y() + MARGIN + 12, Type.TITLE, Type.TITLE.size(), Ink.TEXT);
    pen.words(when, left, view.y() + MARGIN + 34, Type.WORDS, Type.WORDS.size(), Ink.MUTED);
    double x = left;
    double y = view.bottom() - MARGIN;
    for (Sign sign : legend) {
      pen.symbol(Symbol.of(sign.severity()), x, y - 12, 15, Ink.of(sign.severity()));
      pen.words(sign.word(), x + 20, y, Type.WORDS, Type.WORDS.size(), Ink.MUTED);
      x += 20 + metrics.width(sign.word(), Type.WORDS) + GAP;
    }
  }

  /** The whole as an SVG document. */
  public String svg(Function<Ink, Color> inks) {
    var pen = new SvgPen(inks);
    paint(pen, view());
    return pen.document(view(), title + " · " + when);
  }
}
