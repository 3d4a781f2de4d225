package net.pesulabs.console.page.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.input.KeyCode;
import net.pesulabs.console.page.topology.layout.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompassTest {

  /** Two rows of three, the head of their machine above, and a card far to the right. */
  private static final Map<String, Rect> PLACES =
      Map.of(
          "head", new Rect(0, 0, 300, 40),
          "a1", new Rect(0, 60, 90, 20),
          "a2", new Rect(100, 60, 90, 20),
          "a3", new Rect(200, 60, 90, 20),
          "b1", new Rect(0, 90, 90, 20),
          "b2", new Rect(100, 90, 90, 20),
          "far", new Rect(600, 0, 100, 100));

  @ParameterizedTest
  @CsvSource({
    "a1, RIGHT, a2",
    "a2, LEFT, a1",
    "a2, DOWN, b2",
    "b1, UP, a1",
    "a3, RIGHT, far",
    "a3, DOWN, b2",
    "a1, UP, head",
    "head, DOWN, a2",
  })
  void arrowsGoToTheNearestThatWay(String from, KeyCode arrow, String to) {
    assertThat(Compass.next(from, arrow, PLACES)).contains(to);
  }

  @Test
  void thereIsAnEndToEveryDirection() {
    assertThat(Compass.next("far", KeyCode.RIGHT, PLACES)).isEmpty();
    assertThat(Compass.next("nobody", KeyCode.RIGHT, PLACES)).isEmpty();
  }
}
