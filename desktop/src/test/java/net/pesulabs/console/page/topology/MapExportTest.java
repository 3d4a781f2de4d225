package net.pesulabs.console.page.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.OffStage;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.topology.draw.Ink;
import net.pesulabs.console.page.topology.graph.HouseMap;
import net.pesulabs.console.page.topology.layout.Rect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that are saved, opened again. */
class MapExportTest {

  private final HouseFixture house = HouseFixture.fine();
  private final PageContext context = house.context();
  private HouseMap map;
  private MapModel model;
  private MapPane pane;
  private MapExport export;

  @TempDir Path folder;

  @BeforeEach
  void open() {
    OnFx.run(() -> {
      map =
          new HouseMap(
              context.homelab(),
              context.health(),
              context.settings(),
              context.pulse(),
              context.now());
      model = new MapModel(MapFacts.of(map), context.texts());
      pane = new MapPane(model);
      OffStage.scene(pane, false, 1000, 700);
      map.activate();
      pane.applyCss();
      pane.layout();
      export =
          new MapExport(
              model,
              pane.inks(),
              context.texts(),
              context.pulse(),
              context.clock(),
              ZoneOffset.UTC);
    });
  }

  @AfterEach
  void close() {
    OnFx.run(map::deactivate);
    house.health.close();
  }

  @Test
  void aPictureIsAsLargeAsTheMapAndHasWhatIsOnIt() {
    Rect view = OnFx.get(() -> export.poster().view());

    Image image = saved(PictureFile.PNG);

    assertThat(image.getWidth()).isEqualTo(Math.ceil(view.width()));
    assertThat(image.getHeight()).isEqualTo(Math.ceil(view.height()));
    Color ground = OnFx.get(() -> (Color) pane.inks().of(Ink.GROUND));
    assertThat(near(image.getPixelReader().getColor(1, 1), ground)).isTrue();
    Rect laptop = OnFx.get(() -> model.sketch().spots().get("laptop").rect());
    assertThat(hasOtherThan(ground, image, laptop, view)).isTrue();
  }

  @Test
  void theLargeOneHasTwiceThePixelsEachWay() {
    Image plain = saved(PictureFile.PNG);
    Image large = saved(PictureFile.LARGE_PNG);

    assertThat(large.getWidth()).isBetween(2 * plain.getWidth() - 2, 2 * plain.getWidth());
    assertThat(large.getHeight()).isBetween(2 * plain.getHeight() - 2, 2 * plain.getHeight());
  }

  @Test
  void aDrawingNamesEveryThingOfTheLayer() throws IOException {
    Path file = folder.resolve("map.svg");

    assertThat(save(PictureFile.SVG, file)).isEqualTo(Msg.topologyExportDone(file.toString()));

    assertThat(Files.readString(file)).startsWith("<").contains("asuna", "pesubuntu", "GL-MT2500");
  }

  @Test
  void whereItCannotBeWrittenItIsSaid() {
    Path file = folder.resolve("gone").resolve("map.png");

    assertThat(save(PictureFile.PNG, file)).isEqualTo(Msg.topologyExportFailed(file.toString()));
  }

  private Image saved(PictureFile kind) {
    Path file = folder.resolve(kind.name() + ".png");
    assertThat(save(kind, file)).isEqualTo(Msg.topologyExportDone(file.toString()));
    var image = new Image(file.toUri().toString());
    assertThat(image.getException()).isNull();
    return image;
  }

  private Message save(PictureFile kind, Path file) {
    OnFx.run(() -> export.save(kind, file));
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> OnFx.get(() -> export.outcomeProperty().get()),
            told -> told != null && told.arguments().contains(file.toString()));
  }

  private static boolean hasOtherThan(Color ground, Image image, Rect place, Rect view) {
    for (double x = place.x(); x < place.right(); x += 2) {
      Color at =
          image.getPixelReader().getColor((int) (x - view.x()), (int) (place.centerY() - view.y()));
      if (!near(at, ground)) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
            + Math.abs(a.getGreen() - b.getGreen())
            + Math.abs(a.getBlue() - b.getBlue())
        < 0.02;
  }
}
