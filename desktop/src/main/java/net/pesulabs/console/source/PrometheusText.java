package net.pesulabs.console.source;

import java.util.Map;
import java.util.TreeMap;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Samples.Sample;

/**
 * Reads the Prometheus text format, version 0.0.4, in one pass. It is strict: a text that was cut
 * off or does not follow the format gives no samples at all, so that half a number is never taken
 * for a whole one.
 *
 * @see <a
 *     href="https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format">format</a>
 */
public final class PrometheusText {

  /** Far above any exporter; a text of more is not worth the memory. */
  private static final int MOST_LINES = 200_000;

  private final String text;
  private final String from;
  private final Samples samples = new Samples();
  private int at;
  private int line = 1;

  private PrometheusText(String text, String from) {
    this.text = text;
    this.from = from;
  }

  /**
   * All samples of a text.
   *
   * @param from who sent it, for the failure's words
   * @throws Failure of kind {@code CUT_OFF} if the last line has no end, of kind {@code
   *     NOT_UNDERSTOOD} if a line is none of this format
   */
  public static Samples parse(String text, String from) throws Failure {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      throw new Failure(Failure.Kind.CUT_OFF, Msg.failureCutOff(from));
    }
    return new PrometheusText(text, from).read();
  }

  private Samples read() throws Failure {
    while (at < text.length()) {
      if (line > MOST_LINES) {
        throw malformed();
      }
      skipBlanks();
      char c = text.charAt(at);
      if (c == '#') {
        at = text.indexOf('\n', at);
      } else if (c != '\n') {
        samples.add(sample());
      }
      at++;
      line++;
    }
    return samples;
  }

  /** One sample; stops at the end of its line. */
  private Sample sample() throws Failure {
    String name = name(true);
    if (text.charAt(at) != '{' && !isBlank(text.charAt(at))) {
      throw malformed();
    }
    skipBlanks();
    Map<String, String> labels = Map.of();
    if (text.charAt(at) == '{') {
      at++;
      labels = labels();
      skipBlanks();
    }
    double value = number(token());
    skipBlanks();
    if (text.charAt(at) != '\n') {
      timestamp(token());
      skipBlanks();
    }
    if (text.charAt(at) != '\n') {
      throw malformed();
    }
    return new Sample(name, labels, value);
  }

  private Map<String, String> labels() throws Failure {
    var labels = new TreeMap<String, String>();
    while (true) {
      skipBlanks();
      if (text.charAt(at) == '}') {
        at++;
        return labels;
      }
      String label = name(false);
      skipBlanks();
      expect('=');
      skipBlanks();
      expect('"');
      if (labels.put(label, quoted()) != null) {
        throw malformed();
      }
      skipBlanks();
      if (text.charAt(at) == ',') {
        at++;
      } else if (text.charAt(at) != '}') {
        throw malformed();
      }
    }
  }

  /** A label's value, after its opening quote. */
  private String quoted() throws Failure {
    int start = at;
    StringBuilder unescaped = null;
    while (true) {
      char c = text.charAt(at++);
      switch (c) {
        case '"' -> {
          return unescaped == null
              ? text.substring(start, at - 1)
              : unescaped.append(text, start, at - 1).toString();
        }
        case '\n' -> throw malformed();
        case '\\' -> {
          unescaped = unescaped == null ? new StringBuilder() : unescaped;
          unescaped.append(text, start, at - 1);
          unescaped.append(
              switch (text.charAt(at++)) {
                case '\\' -> '\\';
                case '"' -> '"';
                case 'n' -> '\n';
                default -> throw malformed();
              });
          start = at;
        }
        default -> {}
      }
    }
  }

  private String name(boolean ofMetric) throws Failure {
    int start = at;
    while (isNameChar(text.charAt(at), ofMetric, at == start)) {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
    return text.substring(start, at);
  }

  private static boolean isNameChar(char c, boolean ofMetric, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (ofMetric && c == ':')
        || (!first && c >= '0' && c <= '9');
  }

  /** Up to the next blank or line end. */
  private String token() {
    int start = at;
    while (text.charAt(at) != '\n' && !isBlank(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private double number(String token) throws Failure {
    switch (token) {
      case "NaN" -> {
        return Double.NaN;
      }
      case "+Inf", "Inf" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-Inf" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        // Java would also take 1d, 0x1p3 and Infinity.
        for (int i = 0; i < token.length(); i++) {
          char c = token.charAt(i);
          if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
            throw malformed();
          }
        }
        try {
          return Double.parseDouble(token);
        } catch (NumberFormatException e) {
          throw malformed();
        }
      }
    }
  }

  private void timestamp(String token) throws Failure {
    try {
      Long.parseLong(token);
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  private void expect(char c) throws Failure {
    if (text.charAt(at++) != c) {
      throw malformed();
    }
  }

  /** Never runs off: the text ends in a line end. */
  private void skipBlanks() {
    while (isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private Failure malformed() {
    return new Failure(
        Failure.Kind.NOT_UNDERSTOOD, Msg.failureNotMetrics(from, Quantity.number(line, 0)));
  }
}
