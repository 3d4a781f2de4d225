package net.pesulabs.console.page.topology;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Rect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The small map in the corner. */
class MiniMapTest {

  private final HouseFixture house = HouseFixture.fine();
  private final MapScene scene = new MapScene(house, 1280, 800);

  @AfterEach
  void close() {
    scene.close();
    house.health.close();
  }

  @Test
  void itIsThereOnlyWhileNotAllIsInView() {
    assertThat(scene.isSeen("mini-map")).isFalse();

    look(scene.camera().scale() * 4);

    assertThat(scene.isSeen("mini-map")).isTrue();
  }

  @Test
  void aClickLooksThere() {
    look(scene.camera().scale() * 4);
    Rect before = seen();

    click(MiniMap.WIDTH - 12, MiniMap.HEIGHT - 12);

    Rect after = seen();
    assertThat(after.x()).isGreaterThan(before.x());
    assertThat(after.y()).isGreaterThan(before.y());
    assertThat(after.width()).isEqualTo(before.width());
  }

  private void look(double scale) {
    OnFx.run(() -> scene.pane().look(new Camera(0, 0, scale)));
    scene.settle();
  }

  private Rect seen() {
    return OnFx.get(() -> scene.camera().seen(scene.pane().getWidth(), scene.pane().getHeight()));
  }

  private void click(double x, double y) {
    Node mini = scene.node("mini-map");
    OnFx.run(() -> {
      var at = mini.localToScene(x, y);
      Event.fireEvent(
          mini,
          new MouseEvent(
              mini,
              mini,
              MouseEvent.MOUSE_PRESSED,
              at.getX(),
              at.getY(),
              at.getX(),
              at.getY(),
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              true,
              null));
    });
  }
}
