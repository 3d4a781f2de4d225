package net.pesulabs.console.source.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NameQuestionTest {

  private static final NameQuestion QUESTION =
      NameQuestion.nameOf(new byte[] {(byte) 192, (byte) 168, 8, 1}, 0xbeef);

  /** As {@code dig -x 192.168.8.1} asks it, but for what it adds of EDNS. */
  @Test
  void asksAsRfc1035Says() {
    assertThat(HexFormat.of().formatHex(QUESTION.bytes()))
        .isEqualTo(
            "beef"
                + "0100"
                + "0001000000000000"
                + "0131"
                + "0138"
                + "03313638"
                + "03313932"
                + "07696e2d61646472"
                + "0461727061"
                + "00"
                + "000c0001");
  }

  private static boolean isAnswered(UnaryOperator<byte[]> change) {
    byte[] message = QUESTION.bytes();
    message[2] = (byte) 0x81;
    message[3] = (byte) 0x83; // no such name
    byte[] changed = change.apply(message);
    return QUESTION.isAnswered(changed, changed.length);
  }

  private static UnaryOperator<byte[]> with(int at, int value) {
    return message -> {
      message[at] = (byte) value;
      return message;
    };
  }

  @Test
  void takesAnyAnswerToIt() {
    assertThat(isAnswered(message -> message)).as("no such name").isTrue();
    assertThat(isAnswered(with(3, 0x80))).as("a name").isTrue();
    assertThat(isAnswered(with(3, 0x85))).as("refused").isTrue();
    assertThat(isAnswered(with(2, 0x87))).as("cut, and with authority").isTrue();
    assertThat(isAnswered(message -> Arrays.copyOf(message, 400))).as("with more").isTrue();
    assertThat(isAnswered(NameQuestionTest::shouted)).as("in upper case").isTrue();
  }

  private static byte[] shouted(byte[] message) {
    for (int i = 12; i < message.length; i++) {
      message[i] = (byte) Character.toUpperCase(message[i]);
    }
    return message;
  }

  @Test
  void takesNothingElse() {
    assertThat(isAnswered(with(0, 0))).as("another id").isFalse();
    assertThat(isAnswered(with(1, 0))).as("another id").isFalse();
    assertThat(isAnswered(with(2, 1))).as("the question sent back").isFalse();
    assertThat(isAnswered(with(2, 0xa9))).as("another operation").isFalse();
    assertThat(isAnswered(with(5, 0))).as("no question in it").isFalse();
    assertThat(isAnswered(with(4, 1))).as("257 questions").isFalse();
    assertThat(isAnswered(with(13, '2'))).as("of another name").isFalse();
    assertThat(isAnswered(with(12, 0xc0))).as("a name that points elsewhere").isFalse();
    assertThat(isAnswered(message -> Arrays.copyOf(message, 11))).as("half a header").isFalse();
    assertThat(isAnswered(message -> Arrays.copyOf(message, 30))).as("half a name").isFalse();
    assertThat(isAnswered(message -> new byte[0])).as("nothing").isFalse();
  }

  @Test
  void survivesAnything() {
    var random = new Random(53);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      assertThat(QUESTION.isAnswered(noise, random.nextInt(90))).isFalse();
    }
  }

  @Test
  void asksForNoNameThatIsNone() {
    assertThatThrownBy(() -> new NameQuestion(1, "a..b", NameQuestion.Type.NAME).bytes())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NameQuestion(1, "x".repeat(64), NameQuestion.Type.ADDRESS).bytes())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
