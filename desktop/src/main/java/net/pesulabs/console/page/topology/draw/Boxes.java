package net.pesulabs.console.page.topology.draw;

import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Form;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Spot;

/** Draws the things themselves, each in its form. */
final class Boxes {

  /** Writing smaller than so many pixels is left out. */
  static final double LEGIBLE = 6.5;

  /** From here on the name alone is written, as large as it takes to be read. */
  private static final double NAME_ONLY = 7.5;

  private final Metrics metrics;

  Boxes(Metrics metrics) {
    this.metrics = metrics;
  }

  static double radius(Spot spot) {
    return switch (spot.form()) {
      case CARD, FOLDED_CARD, FRAME -> 12;
      case PLATE, FOLDED_PLATE -> 9;
      case PILL -> spot.rect().height() / 2;
      case CHIP, FOLDED_CHIP, SHELF -> 7;
    };
  }

  void draw(Pen pen, Spot spot, Picture picture, double scale) {
    ground(pen, spot, picture, scale);
    words(pen, spot, picture, scale);
  }

  /** What it stands on, without a word. */
  void ground(Pen pen, Spot spot, Picture picture, double scale) {
    Vertex vertex = picture.graph().vertices().get(spot.id());
    if (vertex != null && isTiny(spot, scale)) {
      speck(pen, spot, vertex);
    } else if (vertex != null) {
      ground(pen, spot, vertex, scale);
    }
  }

  private static boolean isTiny(Spot spot, double scale) {
    return spot.form() == Form.CHIP && spot.rect().height() * scale < 5;
  }

  /** What is written and shown on it. */
  void words(Pen pen, Spot spot, Picture picture, double scale) {
    Vertex vertex = picture.graph().vertices().get(spot.id());
    if (vertex == null || isTiny(spot, scale)) {
      return;
    }
    String title = picture.say().apply(vertex.title());
    if (spot.form().isOpen()) {
      clear(pen, spot, title);
    }
    if (Type.WORDS.size() * scale < LEGIBLE) {
      far(pen, spot, vertex, title, scale);
      return;
    }
    String subtitle = picture.say().apply(vertex.subtitle());
    switch (spot.form()) {
      case CARD, FOLDED_CARD -> card(pen, spot, vertex, title, subtitle, picture);
      case PLATE, FOLDED_PLATE -> plate(pen, spot, vertex, title, subtitle, picture);
      case PILL -> pill(pen, spot, vertex, title, subtitle);
      case CHIP, FOLDED_CHIP -> chip(pen, spot, vertex, title, picture);
      case FRAME -> frame(pen, spot, vertex, title, subtitle, picture);
      case SHELF -> shelf(pen, spot, title);
    }
  }

  /** From very far: only whether all is well. */
  private static void speck(Pen pen, Spot spot, Vertex vertex) {
    Severity severity = vertex.health().severity();
    boolean well = vertex.live() && severity.compareTo(Severity.BUSY) <= 0;
    pen.box(
        spot.rect(),
        0,
        well ? Ink.FINE_SUBTLE : vertex.live() ? Ink.of(severity) : Ink.EDGE,
        null,
        0,
        Dash.SOLID);
  }

  private static void ground(Pen pen, Spot spot, Vertex vertex, double scale) {
    if (spot.form() == Form.SHELF) {
      return;
    }
    Rect rect = spot.rect();
    double radius = radius(spot);
    Severity severity = vertex.health().severity();
    double width = Math.max(1, 0.7 / scale);
    if (spot.form().isFolded()) {
      // As a pile of which one sees the edges.
      pen.box(
          new Rect(rect.x() + 6, rect.y() + 6, rect.width() - 12, rect.height() - 2),
          radius,
          Ink.CHIP,
          Ink.EDGE_MUTED,
          width,
          Dash.SOLID);
    }
    boolean unknown = severity == Severity.UNKNOWN || !vertex.live();
    // The colours of states let what is behind them shine through on dark ground.
    pen.box(rect, radius, Ink.BOX, null, 0, Dash.SOLID);
    pen.box(
        rect,
        radius,
        fill(spot, vertex),
        line(spot, severity),
        severity.wantsCare() ? 1.5 * width : width,
        unknown ? Dash.DASHED : Dash.SOLID);
  }

  /** Lines that run through its head run behind its words. */
  private void clear(Pen pen, Spot spot, String title) {
    Rect head = spot.head();
    if (spot.form() == Form.SHELF) {
      double width = Math.min(metrics.width(title, Type.MONO) + 4, head.width() - Chevron.SIDE);
      // It has no ground of its own but that of what it stands in.
      Ink ground = spot.depth() % 2 == 1 ? Ink.BOX : Ink.CHIP;
      var behind = new Rect(head.x() - 2, head.y() + 7, width, 16);
      pen.box(behind, 4, ground, null, 0, Dash.SOLID);
    } else {
      Ink ground = spot.depth() % 2 == 0 ? Ink.BOX : Ink.CHIP;
      pen.box(head.grown(-4), radius(spot) - 4, ground, null, 0, Dash.SOLID);
    }
  }

  private static Ink fill(Spot spot, Vertex vertex) {
    Severity severity = vertex.health().severity();
    boolean small = spot.form() == Form.CHIP || spot.form() == Form.FOLDED_CHIP;
    if (!small && spot.form() != Form.PLATE) {
      return spot.depth() % 2 == 0 ? Ink.BOX : Ink.CHIP;
    }
    if (vertex.live() && severity == Severity.CRITICAL) {
      return Ink.CRITICAL_SUBTLE;
    }
    if (vertex.live() && severity == Severity.WARNING) {
      return Ink.WARNING_SUBTLE;
    }
    boolean hardware = vertex.sort() == Vertex.Sort.CARD || vertex.sort() == Vertex.Sort.MODEL;
    if (hardware && vertex.live() && severity != Severity.UNKNOWN) {
      return Ink.ACCENT_SUBTLE;
    }
    return small && spot.depth() % 2 == 1 ? Ink.CHIP : Ink.BOX;
  }

  private static Ink line(Spot spot, Severity severity) {
    boolean small = spot.form() == Form.CHIP || spot.form() == Form.FOLDED_CHIP;
    return switch (severity) {
      case WARNING, CRITICAL -> Ink.of(severity);
      default -> small ? Ink.EDGE_MUTED : Ink.EDGE;
    };
  }

  /** From far: the name, as large as can be read, if there is room for it. */
  private void far(Pen pen, Spot spot, Vertex vertex, String title, double scale) {
    Rect head = spot.head();
    double size = Math.min(NAME_ONLY * 1.4 / scale, head.height() * 0.5);
    double mark = Math.min(size * 1.1, head.height() * 0.7);
    boolean wrong = vertex.health().severity().compareTo(Severity.UNKNOWN) >= 0;
    double left = head.x() + head.height() * 0.12;
    if (wrong && mark * scale >= 4 && spot.form() != Form.SHELF) {
      sign(pen, vertex, left, head.centerY() - mark / 2, mark);
      left += mark * 1.25;
    }
    if (size * scale < LEGIBLE) {
      return;
    }
    double factor = size / Type.NAME.size();
    String words = metrics.fit(title, Type.NAME, (head.right() - left) * 0.96 / factor);
    pen.words(words, left, head.centerY() + size * 0.36, Type.NAME, size, ink(vertex));
  }

  private void card(
      Pen pen, Spot spot, Vertex vertex, String title, String subtitle, Picture picture) {
    Rect r = spot.rect();
    double right = spot.form().isFolded() ? Chevron.SIDE + 4 : 0;
    pen.symbol(Symbol.of(vertex.sort()), r.x() + 12, r.y() + 11, 20, Ink.MUTED);
    sign(pen, vertex, r.right() - 30 - right, r.y() + 12, 17);
    words(pen, title, r.x() + 40, r.y() + 26, r.width() - 78 - right, Type.NAME, ink(vertex));
    boolean told = tells(vertex);
    List<String> lines = metrics.wrap(subtitle, Type.SMALL, r.width() - 24, told ? 1 : 2);
    double y = r.y() + 46;
    for (String line : lines) {
      words(pen, line, r.x() + 12, y, r.width() - 24, Type.SMALL, Ink.MUTED);
      y += 17;
    }
    double room = r.width() - 24;
    if (spot.form().isFolded()) {
      chevron(pen, spot);
    }
    if (told) {
      state(pen, vertex, picture, r.x() + 12, r.y() + 65, room);
    } else if (lines.size() < 2) {
      tally(pen, vertex, picture, r.right() - 12, r.y() + 65);
    }
    bar(pen, spot, vertex);
  }

  private void plate(
      Pen pen, Spot spot, Vertex vertex, String title, String subtitle, Picture picture) {
    Rect r = spot.rect();
    double right = spot.form().isFolded() ? Chevron.SIDE + 2 : 0;
    pen.symbol(Symbol.of(vertex.sort()), r.x() + 10, r.y() + 8, 16, Ink.MUTED);
    sign(pen, vertex, r.right() - 25 - right, r.y() + 8, 15);
    words(pen, title, r.x() + 33, r.y() + 20, r.width() - 62 - right, Type.STRONG, ink(vertex));
    double counted = tally(pen, vertex, picture, r.right() - 10, r.y() + 37);
    words(pen, subtitle, r.x() + 33, r.y() + 37, r.width() - 43 - counted, Type.SMALL, Ink.MUTED);
    if (spot.form().isFolded()) {
      chevron(pen, spot);
    }
    bar(pen, spot, vertex);
  }

  private void pill(Pen pen, Spot spot, Vertex vertex, String title, String subtitle) {
    Rect r = spot.rect();
    String name = metrics.fit(title, Type.STRONG, r.width() - 40);
    double width = metrics.width(name, Type.STRONG) + 18;
    double left = r.centerX() - width / 2;
    double base = subtitle.isEmpty() ? r.centerY() + 4 : r.y() + 20;
    sign(pen, vertex, left, base - 11, 14);
    words(pen, name, left + 18, base, width, Type.STRONG, ink(vertex));
    String below = metrics.fit(subtitle, Type.SMALL, r.width() - 24);
    double half = metrics.width(below, Type.SMALL) / 2;
    words(pen, below, r.centerX() - half, r.y() + 35, r.width(), Type.SMALL, Ink.MUTED);
  }

  private void chip(Pen pen, Spot spot, Vertex vertex, String title, Picture picture) {
    Rect r = spot.rect();
    double base = r.y() + r.height() / 2 + 4.3;
    sign(pen, vertex, r.x() + 8, r.centerY() - 7, 14);
    double left = r.x() + 28;
    if (vertex.sort() != Vertex.Sort.POD && !spot.form().isFolded()) {
      pen.symbol(Symbol.of(vertex.sort()), left, r.centerY() - 7, 14, Ink.MUTED);
      left += 20;
    }
    double right = r.right() - 9;
    if (spot.form().isFolded()) {
      chevron(pen, spot);
      right -= Chevron.SIDE;
    }
    right -= tally(pen, vertex, picture, right, base);
    words(pen, title, left, base, right - left, Type.WORDS, ink(vertex));
  }

  private void frame(
      Pen pen, Spot spot, Vertex vertex, String title, String subtitle, Picture picture) {
    Rect h = spot.head();
    boolean tall = h.height() > 50;
    double icon = tall ? 20 : 16;
    double left = h.x() + 20 + icon;
    pen.symbol(Symbol.of(vertex.sort()), h.x() + 12, h.y() + 11, icon, Ink.MUTED);
    chevron(pen, spot);
    sign(pen, vertex, h.right() - 50, h.y() + 12, 17);
    double right = h.right() - 58;
    right -= tally(pen, vertex, picture, right, h.y() + 25);
    Type type = tall ? Type.NAME : Type.STRONG;
    words(pen, title, left, h.y() + (tall ? 26 : 24), right - left, type, ink(vertex));
    if (tall) {
      words(pen, subtitle, left, h.y() + 43, h.right() - left - 12, Type.SMALL, Ink.MUTED);
      if (tells(vertex)) {
        state(pen, vertex, picture, left, h.y() + 59, h.right() - left - 12);
      }
    } else {
      double from = left + metrics.width(title, type) + 10;
      words(pen, subtitle, from, h.y() + 24, right - from, Type.SMALL, Ink.MUTED);
    }
  }

  private void shelf(Pen pen, Spot spot, String title) {
    Rect h = spot.head();
    words(pen, title, h.x(), h.y() + 19, h.width() - Chevron.SIDE - 4, Type.MONO, Ink.MUTED);
    chevron(pen, spot);
  }

  /** Whether its state wants to be said in words. */
  private static boolean tells(Vertex vertex) {
    return vertex.health().severity().compareTo(Severity.UNKNOWN) >= 0;
  }

  private void state(Pen pen, Vertex vertex, Picture picture, double x, double y, double room) {
    Severity severity = vertex.health().severity();
    words(
        pen, picture.say().apply(vertex.health().text()), x, y, room, Type.SMALL, Ink.of(severity));
  }

  /** How many of them are well, to the left of {@code right}; gives the room it took. */
  private double tally(Pen pen, Vertex vertex, Picture picture, double right, double base) {
    Vertex.Tally tally = vertex.tally();
    if (tally == null) {
      return 0;
    }
    String words = picture.say().apply(Msg.topologyChipCount(tally.well(), tally.total()));
    double width = metrics.width(words, Type.SMALL);
    words(pen, words, right - width, base, width + 1, Type.SMALL, Ink.MUTED);
    return width + 8;
  }

  /** How many of those inside are well, as a part of a line. */
  private static void bar(Pen pen, Spot spot, Vertex vertex) {
    Vertex.Tally tally = vertex.tally();
    if (!spot.form().isFolded() || tally == null || tally.total() == 0 || !vertex.live()) {
      return;
    }
    Rect r = spot.rect();
    double width = r.width() - 24;
    double well = width * tally.well() / tally.total();
    double y = r.bottom() - 5;
    pen.box(new Rect(r.x() + 12, y, width, 2.5), 1, Ink.EDGE_MUTED, null, 0, Dash.SOLID);
    if (well > 0) {
      pen.box(new Rect(r.x() + 12, y, well, 2.5), 1, Ink.FINE, null, 0, Dash.SOLID);
    }
    Severity severity = vertex.health().severity();
    if (well < width && severity.wantsCare()) {
      double rest = Math.max(3, width - well);
      pen.box(
          new Rect(r.x() + 12 + width - rest, y, rest, 2.5),
          1,
          Ink.of(severity),
          null,
          0,
          Dash.SOLID);
    }
  }

  private static void sign(Pen pen, Vertex vertex, double x, double y, double side) {
    Severity severity = vertex.health().severity();
    pen.symbol(Symbol.of(severity), x, y, side, vertex.live() ? Ink.of(severity) : Ink.UNKNOWN);
  }

  private static void chevron(Pen pen, Spot spot) {
    Rect at = Chevron.of(spot);
    pen.symbol(
        spot.form().isFolded() ? Symbol.FOLDED : Symbol.OPEN,
        at.x(),
        at.y(),
        at.width(),
        Ink.MUTED);
  }

  private static Ink ink(Vertex vertex) {
    return vertex.live() ? Ink.TEXT : Ink.FAINT;
  }

  private void words(Pen pen, String words, double x, double y, double room, Type type, Ink ink) {
    String fitting = metrics.fit(words, type, room);
    if (!fitting.isEmpty()) {
      pen.words(fitting, x, y, type, type.size(), ink);
    }
  }
}
