package net.pesulabs.console.page.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import net.pesulabs.console.fx.Png;
import net.pesulabs.console.page.topology.draw.CanvasPen;
import net.pesulabs.console.page.topology.draw.Ink;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.draw.Poster;
import net.pesulabs.console.page.topology.layout.Rect;

/** What a picture of the map is saved as. */
enum PictureFile {
  PNG("png", 1),
  LARGE_PNG("png", 2),
  SVG("svg", 1);

  /** A canvas of this many pixels a side fits any graphics card's texture. */
  private static final int TILE = 1024;

  /** More pixels than this are more memory than the program may have; it then draws smaller. */
  private static final double MOST_PIXELS = 40e6;

  /** The drawn picture, ready to be written. Any thread may write it. */
  interface Ready {
    void write(Path file) throws IOException;
  }

  private final String extension;
  private final double scale;

  PictureFile(String extension, double scale) {
    this.extension = extension;
    this.scale = scale;
  }

  String extension() {
    return extension;
  }

  /** Draws it. FX thread only. */
  Ready draw(Poster poster, Inks inks) {
    if (this == SVG) {
      String document = poster.svg(inks::of);
      return file -> Files.writeString(file, document, StandardCharsets.UTF_8);
    }
    WritableImage image = image(poster, inks);
    return file -> Png.write(image, file);
  }

  private WritableImage image(Poster poster, Inks inks) {
    Rect view = poster.view();
    double fitting = Math.sqrt(MOST_PIXELS / view.width() / view.height());
    double pixels = Math.min(scale, fitting);
    int width = (int) Math.ceil(view.width() * pixels);
    int height = (int) Math.ceil(view.height() * pixels);
    var image = new WritableImage(width, height);
    for (int y = 0; y < height; y += TILE) {
      for (int x = 0; x < width; x += TILE) {
        int wide = Math.min(TILE, width - x);
        int tall = Math.min(TILE, height - y);
        WritableImage tile = tile(poster, inks, pixels, x, y, wide, tall);
        image.getPixelWriter().setPixels(x, y, wide, tall, tile.getPixelReader(), 0, 0);
      }
    }
    return image;
  }

  private static WritableImage tile(
      Poster poster, Inks inks, double pixels, int x, int y, int width, int height) {
    Rect view = poster.view();
    var canvas = new Canvas(width, height);
    GraphicsContext on = canvas.getGraphicsContext2D();
    on.setFill(inks.of(Ink.GROUND));
    on.fillRect(0, 0, width, height);
    on.setTransform(pixels, 0, 0, pixels, -view.x() * pixels - x, -view.y() * pixels - y);
    poster.paint(
        new CanvasPen(on, inks),
        new Rect(view.x() + x / pixels, view.y() + y / pixels, width / pixels, height / pixels));
    var how = new SnapshotParameters();
    how.setViewport(new Rectangle2D(0, 0, width, height));
    return canvas.snapshot(how, null);
  }
}
