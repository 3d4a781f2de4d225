package net.pesulabs.console.page.gpu.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "32768;32768",
        "32.768;32768",
        "32,768;32768",
        "32 768;32768",
        " 8k ;8192",
        "128 K;131072",
        "1.048.576;1048576"
      })
  void wholeNumbersAreReadAsPeopleTypeThem(String typed, int value) {
    assertThat(Numbers.whole(typed, 1, 10_000_000)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "0",
        "4.5",
        "12.34",
        "1e5",
        "abc",
        "99999999",
        "32.768.1",
        "k",
        "9999999999999"
      })
  void whatIsNoneIsRefused(String typed) {
    assertThat(Numbers.whole(typed, 1, 10_000_000)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"4.6;4.6", "4,6;4.6", "16;16", " 0,5;0.5"})
  void fractionsTakeACommaOrAPoint(String typed, double value) {
    assertThat(Numbers.decimal(typed, 0, 100)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "NaN", "1e3", "1.2.3", "101", "∞"})
  void whatIsNoFractionIsRefused(String typed) {
    assertThat(Numbers.decimal(typed, 0, 100)).isEmpty();
  }
}
