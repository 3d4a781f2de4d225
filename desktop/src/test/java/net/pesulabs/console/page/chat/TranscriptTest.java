package net.pesulabs.console.page.chat;

import static net.pesulabs.console.fx.UiTest.fromFx;
import static net.pesulabs.console.fx.UiTest.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.VerticalDirection;
import net.pesulabs.console.fx.UiTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class TranscriptTest {

  private Transcript transcript;
  private SelectableText text;
  private FxRobot robot;

  @BeforeEach
  void show() {
    robot =
        UiTest.show(
            () -> {
              transcript = new Transcript();
              transcript.setId("transcript");
              text = new SelectableText("línea\n".repeat(60));
              transcript.add(0, text);
              return transcript;
            },
            600,
            400);
  }

  @AfterEach
  void clear() {
    UiTest.clear();
  }

  @Test
  void followsItsEndWhileTheReaderIsThere() {
    double before = laidOut();
    grow();
    assertThat(laidOut()).isGreaterThan(before);
    assertThat(fromFx(() -> transcript.unseenProperty().get())).isFalse();
  }

  @Test
  void staysWhereTheReaderWentAndSaysThatThereIsMore() {
    robot.moveTo("#transcript").scroll(3, VerticalDirection.UP);
    double reading = laidOut();
    grow();
    assertThat(laidOut()).isEqualTo(reading);
    assertThat(fromFx(() -> transcript.unseenProperty().get())).isTrue();

    onFx(transcript::followEnd);
    assertThat(laidOut()).isGreaterThan(reading);
    assertThat(fromFx(() -> transcript.unseenProperty().get())).isFalse();
    double end = laidOut();
    grow();
    assertThat(laidOut()).isGreaterThan(end);
  }

  @Test
  void comingBackToTheEndByHandFollowsAgain() {
    onFx(() -> transcript.page(-1));
    onFx(() -> transcript.page(1));
    double end = laidOut();
    grow();
    assertThat(laidOut()).isGreaterThan(end);
  }

  private void grow() {
    onFx(() -> text.append("más\n".repeat(10)));
  }

  private double laidOut() {
    return fromFx(() -> {
      transcript.layout();
      return transcript.offset();
    });
  }
}
