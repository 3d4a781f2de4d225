package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as a stream, fields in any order, and skips what nobody asks for: {@code
 * managedFields} alone is a third of a pod.
 */
final class Fields {

  /** Reads a field's value, which the parser stands on, or leaves it to be skipped. */
  @FunctionalInterface
  interface Reader {
    void read(String name, JsonParser value) throws IOException;
  }

  /** Reads an element, which the parser stands on, or leaves it to be skipped. */
  @FunctionalInterface
  interface ElementReader {
    void read(JsonParser element) throws IOException;
  }

  private Fields() {}

  /** Each field of the object the parser stands on; none where it is no object. */
  static void each(JsonParser in, Reader reader) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      reader.read(name, in);
      in.skipChildren();
    }
  }

  /** Each element of the array the parser stands on; none where it is no array. */
  static void elements(JsonParser in, ElementReader reader) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      reader.read(in);
      in.skipChildren();
    }
  }

  /** A text; null for JSON's null and for anything that is none. */
  static @Nullable String text(JsonParser in) throws IOException {
    return in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL
        ? in.getText()
        : null;
  }

  /** A text where none and empty are the same. */
  static String textOrEmpty(JsonParser in) throws IOException {
    String text = text(in);
    return text == null ? "" : text;
  }

  /** A text that many objects share, kept once. */
  static String shared(JsonParser in) throws IOException {
    return textOrEmpty(in).intern();
  }

  static boolean isTrue(JsonParser in) {
    return in.currentToken() == JsonToken.VALUE_TRUE;
  }

  static int integer(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : 0;
  }

  /** A time as Kubernetes writes it (RFC 3339); null where it is none. */
  static @Nullable Instant time(JsonParser in) throws IOException {
    return time(textOrEmpty(in));
  }

  /** The same, of a text. */
  static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : instant(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Nearly all of a cluster's times are whole seconds of UTC, and there are many. */
  private static Instant instant(String text) {
    boolean plain = text.length() == 20 && text.charAt(10) == 'T' && text.charAt(19) == 'Z';
    if (!plain || text.charAt(4) != '-' || text.charAt(13) != ':') {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
    int second =
        LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19))
            .toSecondOfDay();
    return Instant.ofEpochSecond(day * 86_400 + second);
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException(text);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /**
   * An amount as Kubernetes writes it: {@code 12}, {@code 12000m}, {@code 31900Mi}, {@code 1e3} (<a
   * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">format</a>);
   * null where it is none.
   */
  static @Nullable BigDecimal amount(JsonParser in) throws IOException {
    return amount(textOrEmpty(in));
  }

  /** The same, of a text. */
  static @Nullable BigDecimal amount(String text) {
    int end = text.length();
    while (end > 0 && !Character.isDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '.') {
      end--;
    }
    BigDecimal factor =
        switch (text.substring(end)) {
          case "" -> BigDecimal.ONE;
          case "n" -> BigDecimal.ONE.movePointLeft(9);
          case "u" -> BigDecimal.ONE.movePointLeft(6);
          case "m" -> BigDecimal.ONE.movePointLeft(3);
          case "k" -> BigDecimal.ONE.movePointRight(3);
          case "M" -> BigDecimal.ONE.movePointRight(6);
          case "G" -> BigDecimal.ONE.movePointRight(9);
          case "T" -> BigDecimal.ONE.movePointRight(12);
          case "P" -> BigDecimal.ONE.movePointRight(15);
          case "E" -> BigDecimal.ONE.movePointRight(18);
          case "Ki" -> new BigDecimal(1L << 10);
          case "Mi" -> new BigDecimal(1L << 20);
          case "Gi" -> new BigDecimal(1L << 30);
          case "Ti" -> new BigDecimal(1L << 40);
          case "Pi" -> new BigDecimal(1L << 50);
          case "Ei" -> new BigDecimal(1L << 60);
          default -> BigDecimal.ZERO;
        };
    try {
      return factor.signum() == 0 ? null : new BigDecimal(text.substring(0, end)).multiply(factor);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
