package net.pesulabs.console.page.chat;

import static net.pesulabs.console.fx.UiTest.fromFx;
import static net.pesulabs.console.fx.UiTest.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.UiTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SelectableTextTest {

  private SelectableText text;
  private FxRobot robot;

  @BeforeEach
  void show() {
    robot =
        UiTest.show(
            () -> {
              text = new SelectableText();
              text.setId("text");
              return new VBox(text);
            },
            500,
            300);
  }

  @AfterEach
  void clear() {
    UiTest.clear();
  }

  @Test
  void holdsExactlyWhatWasAppendedHoweverItWasCut() {
    String whole = "Uno\n\ndos🦤 tres\n" + "palabra ".repeat(2_000) + "\n" + "ñ🦤".repeat(6_000);
    onFx(() -> {
      for (int from = 0; from < whole.length(); from += 997) {
        text.append(whole.substring(from, Math.min(whole.length(), from + 997)));
      }
    });
    assertThat(fromFx(text::text)).isEqualTo(whole);
    onFx(() -> text.select(0, whole.length()));
    assertThat(fromFx(text::selected)).isEqualTo(whole);
    // Long paragraphs go on in new ones, each cheap to add to.
    assertThat(fromFx(() -> text.getChildrenUnmodifiable().size())).isBetween(9, 20);
  }

  @Test
  void aDragAcrossLinesSelectsAndControlCCopies() {
    onFx(() -> text.append("primera línea\nsegunda línea\ntercera"));
    robot.interrupt();
    double width = fromFx(text::getWidth);
    double line = fromFx(text::getHeight) / 3;
    robot
        .drag(robot.point("#text").atOffset(-width / 2 + 1, -line).query())
        .dropTo(robot.point("#text").atOffset(width / 2 - 1, 0).query());
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);

    assertThat(fromFx(text::selected)).isEqualTo("primera línea\nsegunda línea");
    assertThat(fromFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("primera línea\nsegunda línea");
  }

  @Test
  void aDoubleClickSelectsTheWord() {
    onFx(() -> text.append("Ñandú veloz"));
    robot.interrupt();
    double width = fromFx(text::getWidth);
    robot.doubleClickOn(robot.point("#text").atOffset(-width / 2 + 15, 0).query());
    assertThat(fromFx(text::selected)).isEqualTo("Ñandú");
  }

  @Test
  void growingTextKeepsTheSelection() {
    onFx(() -> {
      text.append("uno dos");
      text.select(0, 3);
      text.append(" tres\ncuatro");
    });
    assertThat(fromFx(text::selected)).isEqualTo("uno");
  }
}
