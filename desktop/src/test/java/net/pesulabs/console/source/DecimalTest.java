package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @Test
  void readsNumbersAsJavaDoesToTheLastBit() {
    var random = new Random(20261124);
    for (int i = 0; i < 200_000; i++) {
      String text =
          switch (random.nextInt(5)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
            case 2 -> random.nextInt() + "." + random.nextInt(1_000_000);
            case 3 -> random.nextInt(100_000) / 1000.0 + "e" + (random.nextInt(60) - 30);
            default -> "%+.9e".formatted(random.nextGaussian() * 1e10);
          };
      if (!text.contains("N") && !text.contains("I")) {
        assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+5",
        "1.",
        ".5",
        "1e5",
        "1E-5",
        "1.7163091968e+10",
        "9007199254740993",
        "123456789012345678901234567890",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "4.9e-324",
        "1e999",
        "1e-999",
        "1e99999999999999999999",
        "0.1",
        "2.675",
        "1.7954277899703658e+09"
      })
  void alsoTheUnusualOnes(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1e-",
        "1ee5",
        "1e5.5",
        "1.2.3",
        "--1",
        "1-",
        "1,5",
        "0x10",
        "1f",
        "1d",
        "1_000",
        "Infinity",
        "nan",
        "inf",
        "٣",
        "1e5 "
      })
  void whatIsNoNumberIsNone(String text) {
    assertThat(parse(text)).isNaN();
    assertThat(Decimal.saysNaN(text.toCharArray(), 0, text.length())).isFalse();
  }

  @Test
  void readsTheMiddleOfAText() {
    assertThat(Decimal.parse("a 12.5 7".toCharArray(), 2, 6)).isEqualTo(12.5);
    assertThat(Decimal.parse("x+Inf".toCharArray(), 1, 5)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Decimal.saysNaN("xNaN".toCharArray(), 1, 4)).isTrue();
  }

  private static double parse(String text) {
    return Decimal.parse(text.toCharArray(), 0, text.length());
  }
}
