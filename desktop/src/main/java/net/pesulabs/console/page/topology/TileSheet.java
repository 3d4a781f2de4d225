package net.pesulabs.console.page.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.layout.Camera;

/** The tiles of one scale, side by side; another scale shows them larger or smaller. */
final class TileSheet extends Pane {

  private record Place(int column, int row) {}

  private final Inks inks;
  private final Map<Place, MapTile> tiles = new HashMap<>();
  private final Deque<MapTile> spare = new ArrayDeque<>();
  private final Scale zoom = new Scale(1, 1);
  private double scale = 1;

  TileSheet(Inks inks) {
    this.inks = inks;
    setManaged(false);
    getTransforms().add(zoom);
  }

  double scale() {
    return scale;
  }

  /** Empty, and for another scale. */
  void begin(double pixels) {
    scale = pixels;
    spare.addAll(tiles.values());
    tiles.clear();
    getChildren().clear();
  }

  /** Puts the sheet under the camera, with a tile wherever one looks. */
  void look(Camera camera, double width, double height) {
    double factor = camera.scale() / scale;
    zoom.setX(factor);
    zoom.setY(factor);
    // Whole pixels, so that straight lines are sharp.
    setLayoutX(-Math.round(camera.x() * camera.scale()));
    setLayoutY(-Math.round(camera.y() * camera.scale()));
    int left = (int) Math.floor(camera.x() * scale / MapTile.SIDE);
    int top = (int) Math.floor(camera.y() * scale / MapTile.SIDE);
    int right = (int) Math.floor((camera.x() * scale + width / factor) / MapTile.SIDE);
    int bottom = (int) Math.floor((camera.y() * scale + height / factor) / MapTile.SIDE);
    tiles
        .entrySet()
        .removeIf(entry -> {
          Place place = entry.getKey();
          boolean far =
              place.column < left - 1
                  || place.column > right + 1
                  || place.row < top - 1
                  || place.row > bottom + 1;
          if (far) {
            spare.add(entry.getValue());
            getChildren().remove(entry.getValue().canvas());
          }
          return far;
        });
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        tiles.computeIfAbsent(new Place(column, row), this::tile);
      }
    }
  }

  private MapTile tile(Place place) {
    MapTile tile = spare.isEmpty() ? new MapTile(inks) : spare.pop();
    tile.put(place.column, place.row, scale);
    return tile;
  }

  /** Those still to be drawn. */
  List<MapTile> stale() {
    return tiles.values().stream().filter(tile -> !tile.isFresh()).toList();
  }

  List<MapTile> all() {
    return new ArrayList<>(tiles.values());
  }

  /** Shows a tile, once it is drawn. */
  void reveal(MapTile tile) {
    if (tile.canvas().getParent() == null) {
      getChildren().add(tile.canvas());
    }
  }
}
