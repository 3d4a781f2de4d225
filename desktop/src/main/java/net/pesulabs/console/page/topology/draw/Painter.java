package net.pesulabs.console.page.topology.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.graph.Edge;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;
import net.pesulabs.console.page.topology.layout.Spot;
import net.pesulabs.console.page.topology.layout.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Draws the map with whatever pen: what lies in a part of it, and no more detail than can be seen.
 * Lines run over the frames, and behind their words and what stands in them.
 */
public final class Painter {

  private static final double BADGE = 16;
  private static final double BUS_WIDTH = 5;

  /** More lines than this at once are a crowd. */
  private static final int CROWD = 300;

  /** How far the words on a line may reach from its sign. */
  private static final double LABEL = 190;

  /** From here on signs on lines can be told apart. */
  private static final double SIGNS = 0.45;

  private record Style(Ink ink, double width, Dash dash) {}

  private final Metrics metrics = new Metrics();
  private final Boxes boxes = new Boxes(metrics);

  /**
   * Draws.
   *
   * @param part what of the map is wanted
   * @param scale pixels to the map's unit
   * @return how many things were drawn
   */
  public int paint(Pen pen, Picture picture, Rect part, double scale) {
    Sketch sketch = picture.sketch();
    sketch.buses().forEach((id, path) -> bus(pen, path, picture.graph().vertices().get(id), part));
    int drawn = 0;
    var leaves = new ArrayList<Spot>();
    var frames = new ArrayList<Spot>();
    for (Spot spot : sketch.spots().values()) {
      if (spot.rect().grown(6).overlaps(part)) {
        drawn++;
        if (spot.form().isOpen()) {
          boxes.ground(pen, spot, picture, scale);
          frames.add(spot);
        } else {
          leaves.add(spot);
        }
      }
    }
    List<Wire> wires = wires(picture, part);
    lines(pen, picture, wires, scale);
    frames.forEach(spot -> boxes.words(pen, spot, picture, scale));
    leaves.forEach(spot -> boxes.draw(pen, spot, picture, scale));
    if (scale >= SIGNS) {
      wires.stream()
          .filter(wire -> !isCovered(wire, sketch))
          .forEach(wire -> badge(pen, picture, wire, scale));
    }
    marks(pen, picture, part, scale);
    return drawn;
  }

  private static void bus(Pen pen, Path path, @Nullable Vertex vertex, Rect part) {
    if (path.bounds().grown(BUS_WIDTH).overlaps(part)) {
      boolean tailnet = vertex != null && vertex.sort() == Vertex.Sort.TAILNET;
      pen.lines(List.of(path), tailnet ? Ink.ACCENT_MUTED : Ink.EDGE, BUS_WIDTH, Dash.SOLID);
    }
  }

  /**
   * Whether a line is drawn at all. In a crowd of lines nobody can follow one: then only those that
   * want care are, and those of what is selected.
   */
  public static boolean isDrawn(Wire wire, Sketch sketch, Marks marks) {
    return sketch.wires().size() <= CROWD || !isCalm(wire) || isLit(wire, marks);
  }

  /** Who owns what is no matter of health while all is well. */
  private static boolean isCalm(Wire wire) {
    return wire.sort() == Edge.Sort.OWNS
        && wire.severity().compareTo(Severity.BUSY) <= 0
        && wire.live();
  }

  private static List<Wire> wires(Picture picture, Rect part) {
    Sketch sketch = picture.sketch();
    var seen = new ArrayList<Wire>();
    for (Wire wire : sketch.wires().values()) {
      Path path = sketch.paths().get(wire.id());
      if (path != null && isDrawn(wire, sketch, picture.marks()) && isNear(path, part)) {
        seen.add(wire);
      }
    }
    return seen;
  }

  /** Whether it runs through a part of the map, or what is written on it might reach there. */
  private static boolean isNear(Path path, Rect part) {
    if (!path.bounds().grown(LABEL).overlaps(part)) {
      return false;
    }
    Point badge = path.badge();
    return new Rect(badge.x() - LABEL, badge.y() - LABEL, 2 * LABEL, 2 * LABEL).overlaps(part)
        || path.pieces().stream().anyMatch(piece -> piece.grown(6).overlaps(part));
  }

  /** Whether its sign would lie on the words of something it only runs behind. */
  private static boolean isCovered(Wire wire, Sketch sketch) {
    Path path = sketch.paths().get(wire.id());
    if (path == null) {
      return true;
    }
    Point at = path.badge();
    var sign = new Rect(at.x() - BADGE / 2, at.y() - BADGE / 2, BADGE, BADGE);
    return sketch.spots().values().stream()
        .anyMatch(spot -> !spot.form().isOpen() && spot.rect().overlaps(sign));
  }

  private static void lines(Pen pen, Picture picture, List<Wire> wires, double scale) {
    Map<Style, List<Path>> alike = new LinkedHashMap<>();
    var lit = new ArrayList<Path>();
    double thin = Math.max(1, 0.6 / scale);
    for (Wire wire : wires) {
      Path path = picture.sketch().paths().get(wire.id());
      if (path == null) {
        continue;
      }
      if (isLit(wire, picture.marks())) {
        lit.add(path);
      }
      double width = wire.inUse() ? 2.4 * thin : 1.2 * thin;
      var style = new Style(ink(wire), width, Dash.of(wire.severity(), wire.live()));
      alike.computeIfAbsent(style, any -> new ArrayList<>()).add(path);
    }
    if (!lit.isEmpty()) {
      pen.lines(lit, Ink.ACCENT_MUTED, 8 * thin, Dash.SOLID);
    }
    alike.forEach((style, paths) -> pen.lines(paths, style.ink(), style.width(), style.dash()));
  }

  private static boolean isLit(Wire wire, Marks marks) {
    String selected = marks.selected();
    return selected != null
        && (wire.from().equals(selected)
            || wire.to().equals(selected)
            || wire.edges().contains(selected));
  }

  private static Ink ink(Wire wire) {
    if (!wire.live()) {
      return Ink.UNKNOWN;
    }
    return isCalm(wire) ? Ink.EDGE : Ink.of(wire.severity());
  }

  /** The state of a line, and what is written on it. */
  private void badge(Pen pen, Picture picture, Wire wire, double scale) {
    Path path = picture.sketch().paths().get(wire.id());
    if (path == null) {
      return;
    }
    boolean always =
        wire.sort() != Edge.Sort.OWNS && wire.sort() != Edge.Sort.TRAFFIC
            || wire.severity().compareTo(Severity.UNKNOWN) >= 0;
    Point at = path.badge();
    double left = at.x();
    if (always) {
      double half = BADGE / 2 + 1;
      var disc = new Rect(at.x() - half, at.y() - half, 2 * half, 2 * half);
      pen.box(disc, half, Ink.GROUND, null, 0, Dash.SOLID);
      Severity severity = wire.live() ? wire.severity() : Severity.UNKNOWN;
      pen.symbol(
          Symbol.of(severity), at.x() - BADGE / 2, at.y() - BADGE / 2, BADGE, Ink.of(severity));
    }
    String words =
        wire.label() != null
            ? picture.say().apply(wire.label())
            : wire.edges().size() > 1 ? "×" + wire.edges().size() : "";
    if (!words.isEmpty() && Type.SMALL.size() * scale >= Boxes.LEGIBLE) {
      label(pen, path, words, wire, left, always);
    }
  }

  private void label(Pen pen, Path path, String words, Wire wire, double x, boolean sign) {
    Point first = path.points().getFirst();
    Point second = path.points().get(1);
    boolean beside =
        path.points().size() == 3 || Math.abs(first.x() - second.x()) < 1 && !path.curved();
    double room = beside || path.points().size() > 3 ? 180 : Math.abs(second.x() - first.x()) - 8;
    String fitting = metrics.fit(words, Type.SMALL, Math.max(room, 84));
    double width = metrics.width(fitting, Type.SMALL);
    double left = beside ? x + (sign ? BADGE / 2 + 5 : 6) : x - width / 2;
    double base = beside ? path.badge().y() + 4 : path.badge().y() - (sign ? BADGE / 2 + 5 : 5);
    pen.box(new Rect(left - 2, base - 10, width + 4, 13), 3, Ink.GROUND, null, 0, Dash.SOLID);
    boolean care = wire.live() && wire.severity().wantsCare();
    pen.words(
        fitting,
        left,
        base,
        Type.SMALL,
        Type.SMALL.size(),
        care ? Ink.of(wire.severity()) : Ink.MUTED);
  }

  private static void marks(Pen pen, Picture picture, Rect part, double scale) {
    double width = Math.max(2, 2 / scale);
    picture.marks().found().forEach(id -> mark(pen, picture, id, part, Ink.FOUND, width * 1.5, 3));
    String selected = picture.marks().selected();
    if (selected != null) {
      mark(pen, picture, selected, part, Ink.ACCENT, width, 1);
    }
    String cursor = picture.marks().cursor();
    if (cursor != null) {
      mark(pen, picture, cursor, part, Ink.ACCENT, width, 4);
    }
  }

  private static void mark(
      Pen pen, Picture picture, String id, Rect part, Ink ink, double width, double away) {
    Spot spot = picture.sketch().spots().get(id);
    Path path = picture.sketch().paths().get(id);
    if (spot != null && spot.rect().grown(8).overlaps(part)) {
      pen.box(spot.rect().grown(away), Boxes.radius(spot) + away, null, ink, width, Dash.SOLID);
    } else if (path != null && path.bounds().grown(12).overlaps(part)) {
      Point at = path.badge();
      double half = BADGE / 2 + away;
      pen.box(
          new Rect(at.x() - half, at.y() - half, 2 * half, 2 * half),
          half,
          null,
          ink,
          width,
          Dash.SOLID);
    }
  }
}
