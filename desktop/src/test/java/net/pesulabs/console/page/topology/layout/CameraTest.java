package net.pesulabs.console.page.topology.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraTest {

  private static final Offset<Double> EXACT = within(1e-6);

  @ParameterizedTest
  @CsvSource({"1.25, 300, 200", "0.8, 0, 0", "0.0001, 640, 400", "9000, 1280, 800"})
  void whatIsUnderThePointerStaysThere(double factor, double atX, double atY) {
    var camera = new Camera(-40, 70, 0.9);
    Point before = camera.toMap(atX, atY);

    Camera zoomed = camera.zoomed(factor, atX, atY);

    assertThat(zoomed.toMap(atX, atY).x()).isEqualTo(before.x(), EXACT);
    assertThat(zoomed.toMap(atX, atY).y()).isEqualTo(before.y(), EXACT);
    assertThat(zoomed.scale()).isBetween(Camera.FAR, Camera.NEAR);
  }

  @Test
  void draggingMovesTheMapWithTheHand() {
    var camera = new Camera(12, -7, 2);
    Point before = camera.toView(100, 100);

    Point after = camera.dragged(30, -50).toView(100, 100);

    assertThat(after).isEqualTo(new Point(before.x() + 30, before.y() - 50));
  }

  @ParameterizedTest
  @CsvSource({"3000, 500", "200, 4000", "90, 60"})
  void allOfItIsInViewWithItsMargin(double width, double height) {
    var all = new Rect(-30, 20, width, height);

    Camera camera = Camera.fit(all, 1000, 700, 28);

    assertThat(camera.seen(1000, 700).grown(-28 / camera.scale() + 1e-6).contains(all)).isTrue();
    assertThat(camera.seen(1000, 700).centerX()).isEqualTo(all.centerX(), EXACT);
  }

  @Test
  void whatWouldBeTooSmallToReadBeginsAtItsBeginning() {
    Camera camera = Camera.read(new Rect(0, 0, 5000, 5000), 1000, 700, 28);

    assertThat(camera.scale()).isEqualTo(Camera.READABLE);
    assertThat(camera.toView(0, 0).x()).isEqualTo(28, EXACT);
    assertThat(camera.toView(0, 0).y()).isEqualTo(28, EXACT);
  }

  @Test
  void whatIsOutOfViewIsShownByMovingAsLittleAsItTakes() {
    var camera = new Camera(0, 0, 1);

    assertThat(camera.showing(new Rect(100, 100, 50, 50), 1000, 700, 28)).isEqualTo(camera);
    assertThat(camera.showing(new Rect(1100, 100, 50, 50), 1000, 700, 28))
        .isEqualTo(new Camera(178, 0, 1));
    assertThat(camera.showing(new Rect(0, -300, 50, 50), 1000, 700, 28))
        .isEqualTo(new Camera(-28, -328, 1));
  }

  @Test
  void nobodyCanLoseTheMap() {
    var all = new Rect(0, 0, 2000, 1000);

    for (double[] away : new double[][] {{1e6, 0}, {-1e6, 0}, {0, 1e6}, {-1e6, -1e6}}) {
      Camera kept = new Camera(away[0], away[1], 0.5).kept(all, 1000, 700);
      assertThat(kept.seen(1000, 700).overlaps(all)).isTrue();
    }
    var camera = new Camera(10, 10, 1);
    assertThat(camera.kept(all, 1000, 700)).isEqualTo(camera);
  }
}
