package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.page.topology.draw.Marks;
import net.pesulabs.console.page.topology.draw.Painter;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;
import net.pesulabs.console.page.topology.layout.Spot;
import net.pesulabs.console.page.topology.layout.Wire;
import org.jspecify.annotations.Nullable;

/** Which parts of the map look different where something came, went or moved. */
final class Moves {

  /** More than so many are as dear as the whole. */
  private static final int MANY = 120;

  private Moves() {}

  /** The places left and taken; null where that is about everything. */
  static @Nullable List<Rect> between(Sketch before, Sketch now) {
    var parts = new ArrayList<Rect>();
    if (!spots(before.spots(), now.spots(), parts)
        || !paths(before.paths(), now.paths(), parts)
        || !paths(before.buses(), now.buses(), parts)) {
      return null;
    }
    return parts;
  }

  private static boolean spots(Map<String, Spot> before, Map<String, Spot> now, List<Rect> parts) {
    for (Spot spot : now.values()) {
      Spot old = before.get(spot.id());
      if (!spot.equals(old)) {
        parts.add(spot.rect());
        if (old != null) {
          parts.add(old.rect());
        }
      }
      if (parts.size() > MANY) {
        return false;
      }
    }
    for (Spot spot : before.values()) {
      if (!now.containsKey(spot.id())) {
        parts.add(spot.rect());
      }
    }
    return parts.size() <= MANY;
  }

  private static boolean paths(Map<String, Path> before, Map<String, Path> now, List<Rect> parts) {
    int touched = 0;
    for (Map.Entry<String, Path> entry : now.entrySet()) {
      Path old = before.get(entry.getKey());
      if (!entry.getValue().equals(old)) {
        parts.addAll(of(entry.getValue()));
        touched++;
        if (old != null) {
          parts.addAll(of(old));
        }
      }
      if (touched > MANY) {
        return false;
      }
    }
    for (Map.Entry<String, Path> entry : before.entrySet()) {
      if (!now.containsKey(entry.getKey())) {
        parts.addAll(of(entry.getValue()));
      }
    }
    return true;
  }

  /** Where lines run that look different, of those that are drawn. */
  static List<Rect> redrawn(Sketch before, Sketch now, Marks marks) {
    var parts = new ArrayList<Rect>();
    for (Wire wire : now.wires().values()) {
      Wire old = before.wires().get(wire.id());
      Path path = now.paths().get(wire.id());
      if (path != null && !wire.equals(old)) {
        boolean drawn =
            Painter.isDrawn(wire, now, marks) || old != null && Painter.isDrawn(old, before, marks);
        if (drawn) {
          parts.addAll(of(path));
        }
      }
    }
    return parts;
  }

  /** All of things, as marks are drawn around it. */
  static List<Rect> places(Collection<String> ids, Sketch sketch) {
    return ids.stream().map(sketch.spots()::get).filter(Objects::nonNull).map(Spot::rect).toList();
  }

  /** Where the lines of a thing run, or a line itself. */
  static List<Rect> of(String id, Sketch sketch) {
    var parts = new ArrayList<Rect>();
    for (Wire wire : sketch.wires().values()) {
      Path path = sketch.paths().get(wire.id());
      boolean its = wire.id().equals(id) || wire.from().equals(id) || wire.to().equals(id);
      if (path != null && its) {
        parts.addAll(of(path));
      }
    }
    return parts;
  }

  /** All of a line, with its sign and its words. */
  private static List<Rect> of(Path path) {
    var parts = new ArrayList<>(path.pieces());
    parts.add(new Rect(path.badge().x() - 100, path.badge().y() - 28, 300, 42));
    return parts;
  }
}
