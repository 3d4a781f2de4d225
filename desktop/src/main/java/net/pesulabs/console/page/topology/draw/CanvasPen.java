package net.pesulabs.console.page.topology.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/** Draws on a JavaFX canvas, whose transform makes pixels of the map's units. FX thread only. */
public final class CanvasPen implements Pen {

  private record Style(Type type, double size) {}

  private final GraphicsContext on;
  private final Inks inks;
  private final Map<Style, Font> fonts = new HashMap<>();
  private @Nullable Style font;

  public CanvasPen(GraphicsContext on, Inks inks) {
    this.on = on;
    this.inks = inks;
    on.setFontSmoothingType(FontSmoothingType.GRAY);
    on.setLineJoin(StrokeLineJoin.ROUND);
    on.setLineCap(StrokeLineCap.BUTT);
  }

  /** To be called before each picture: another may have used the canvas. */
  public void begin() {
    font = null;
  }

  @Override
  public void box(
      Rect r, double radius, @Nullable Ink fill, @Nullable Ink line, double width, Dash dash) {
    if (fill != null) {
      on.setFill(inks.of(fill));
      if (radius == 0) {
        on.fillRect(r.x(), r.y(), r.width(), r.height());
      } else {
        on.fillRoundRect(r.x(), r.y(), r.width(), r.height(), 2 * radius, 2 * radius);
      }
    }
    if (line != null) {
      stroke(line, width, dash);
      on.strokeRoundRect(r.x(), r.y(), r.width(), r.height(), 2 * radius, 2 * radius);
    }
  }

  @Override
  public void lines(List<Path> paths, Ink ink, double width, Dash dash) {
    stroke(ink, width, dash);
    on.beginPath();
    for (Path path : paths) {
      List<Point> points = path.points();
      Point first = points.getFirst();
      on.moveTo(first.x(), first.y());
      if (path.curved()) {
        on.bezierCurveTo(
            points.get(1).x(),
            points.get(1).y(),
            points.get(2).x(),
            points.get(2).y(),
            points.get(3).x(),
            points.get(3).y());
      } else {
        for (Point point : points.subList(1, points.size())) {
          on.lineTo(point.x(), point.y());
        }
      }
    }
    on.stroke();
  }

  private void stroke(Ink ink, double width, Dash dash) {
    on.setStroke(inks.of(ink));
    on.setLineWidth(width);
    on.setLineDashes(dash.pattern());
  }

  @Override
  public void words(String words, double x, double y, Type type, double size, Ink ink) {
    var style = new Style(type, size);
    if (!style.equals(font)) {
      font = style;
      on.setFont(
          Objects.requireNonNull(
              fonts.computeIfAbsent(style, s -> Font.font(s.type().font(), s.size()))));
      if (fonts.size() > 64) {
        fonts.clear(); // sizes follow the zoom, and there is no end to those
      }
    }
    on.setFill(inks.of(ink));
    on.fillText(words, x, y);
  }

  @Override
  public void symbol(Symbol symbol, double x, double y, double side, Ink ink) {
    double scale = side / Symbol.SIDE;
    stroke(ink, 2 * scale, Dash.SOLID);
    on.setLineCap(StrokeLineCap.ROUND);
    on.beginPath();
    for (Symbol.Stroke stroke : symbol.strokes()) {
      switch (stroke) {
        case Symbol.Oval oval -> {
          on.moveTo(x + (oval.x() + oval.rx()) * scale, y + oval.y() * scale);
          on.arc(
              x + oval.x() * scale,
              y + oval.y() * scale,
              oval.rx() * scale,
              oval.ry() * scale,
              0,
              360);
        }
        case Symbol.Line line -> {
          for (int i = 0; i < line.xs().size(); i++) {
            double px = x + line.xs().get(i) * scale;
            double py = y + line.ys().get(i) * scale;
            if (i == 0) {
              on.moveTo(px, py);
            } else {
              on.lineTo(px, py);
            }
          }
          if (line.closed()) {
            on.closePath();
          }
        }
      }
    }
    on.stroke();
    on.setLineCap(StrokeLineCap.BUTT);
  }
}
