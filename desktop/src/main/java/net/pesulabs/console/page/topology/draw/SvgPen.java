package net.pesulabs.console.page.topology.draw;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.paint.Color;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/** Writes SVG 1.1, with every style where it is used, so that any program shows it the same. */
public final class SvgPen implements Pen {

  private final Function<Ink, Color> inks;
  private final StringBuilder out = new StringBuilder();

  public SvgPen(Function<Ink, Color> inks) {
    this.inks = inks;
  }

  /** The whole document, showing {@code view} of the map. */
  public String document(Rect view, String title) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="%s %s %s %s">
    <title>%s</title>
    <rect x="%s" y="%s" width="%s" height="%s"%s/>
    """
            .formatted(
                number(view.width()),
                number(view.height()),
                number(view.x()),
                number(view.y()),
                number(view.width()),
                number(view.height()),
                escape(title),
                number(view.x()),
                number(view.y()),
                number(view.width()),
                number(view.height()),
                paint("fill", Ink.GROUND))
        + out
        + "</svg>\n";
  }

  @Override
  public void box(
      Rect r, double radius, @Nullable Ink fill, @Nullable Ink line, double width, Dash dash) {
    out.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\""
            .formatted(
                number(r.x()),
                number(r.y()),
                number(r.width()),
                number(r.height()),
                number(radius)));
    out.append(fill == null ? " fill=\"none\"" : paint("fill", fill));
    if (line != null) {
      stroke(line, width, dash);
    }
    out.append("/>\n");
  }

  @Override
  public void lines(List<Path> paths, Ink ink, double width, Dash dash) {
    out.append("<path fill=\"none\" stroke-linejoin=\"round\"");
    stroke(ink, width, dash);
    out.append(" d=\"");
    for (Path path : paths) {
      List<Point> points = path.points();
      for (int i = 0; i < points.size(); i++) {
        out.append(i == 0 ? "M" : path.curved() ? i == 1 ? "C" : " " : "L");
        out.append(number(points.get(i).x())).append(' ').append(number(points.get(i).y()));
      }
    }
    out.append("\"/>\n");
  }

  @Override
  public void words(String words, double x, double y, Type type, double size, Ink ink) {
    out.append(
        "<text x=\"%s\" y=\"%s\" font-family=\"'%s', %s\" font-size=\"%s\" font-weight=\"%d\"%s>%s</text>\n"
            .formatted(
                number(x),
                number(y),
                type.family(),
                type == Type.MONO ? "monospace" : "'Segoe UI', 'DejaVu Sans', sans-serif",
                number(size),
                type.weight(),
                paint("fill", ink),
                escape(words)));
  }

  @Override
  public void symbol(Symbol symbol, double x, double y, double side, Ink ink) {
    double scale = side / Symbol.SIDE;
    out.append("<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    stroke(ink, 2 * scale, Dash.SOLID);
    out.append('>');
    for (Symbol.Stroke stroke : symbol.strokes()) {
      switch (stroke) {
        case Symbol.Oval oval ->
            out.append(
                "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\"/>"
                    .formatted(
                        number(x + oval.x() * scale),
                        number(y + oval.y() * scale),
                        number(oval.rx() * scale),
                        number(oval.ry() * scale)));
        case Symbol.Line line -> {
          out.append(line.closed() ? "<polygon points=\"" : "<polyline points=\"");
          for (int i = 0; i < line.xs().size(); i++) {
            out.append(number(x + line.xs().get(i) * scale))
                .append(',')
                .append(number(y + line.ys().get(i) * scale))
                .append(' ');
          }
          out.append("\"/>");
        }
      }
    }
    out.append("</g>\n");
  }

  private void stroke(Ink ink, double width, Dash dash) {
    out.append(paint("stroke", ink)).append(" stroke-width=\"").append(number(width)).append('"');
    if (dash != Dash.SOLID) {
      out.append(" stroke-dasharray=\"");
      for (double each : dash.pattern()) {
        out.append(number(each)).append(' ');
      }
      out.append('"');
    }
  }

  private String paint(String attribute, Ink ink) {
    Color color = inks.apply(ink);
    String hex =
        String.format(
            Locale.ROOT,
            " %s=\"#%02x%02x%02x\"",
            attribute,
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255));
    return color.isOpaque()
        ? hex
        : hex + " " + attribute + "-opacity=\"" + number(color.getOpacity()) + "\"";
  }

  private static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** As XML wants it; what XML 1.0 knows no way to write (section 2.2) becomes U+FFFD. */
  static String escape(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isXml(point) ? point : 0xFFFD);
          }
        });
    return escaped.toString();
  }

  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }
}
