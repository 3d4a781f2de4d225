package net.pesulabs.console.source;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Prometheus text format, version 0.0.4, and what of OpenMetrics looks like it, in one
 * pass. It is strict: a text that was cut off or does not follow the format gives no samples at
 * all, so that half a number is never taken for a whole one. Lines that nobody wants are checked
 * like all others, and only not kept.
 *
 * @see <a
 *     href="https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format">format</a>
 */
public final class PrometheusText {

  /** Far above any exporter; a text of more is not worth the memory. */
  private static final int MOST_LINES = 200_000;

  private static final int MOST_LABELS = 100;

  private static final String END = "# EOF";

  private final char[] text;
  private final String from;
  private final Predicate<String> wanted;
  private final Samples samples = new Samples();

  // What the line before had: a metric's lines stand together, and differ in one label or two.
  private char[] name = {};
  private @Nullable String keptName; // null where nobody wants it
  private final String[] pairs = new String[2 * MOST_LABELS];

  private final int[] labelStarts = new int[MOST_LABELS];
  private final int[] labelEnds = new int[MOST_LABELS];
  private int at;
  private int line = 1;

  private PrometheusText(String text, String from, Predicate<String> wanted) {
    this.text = text.toCharArray();
    this.from = from;
    this.wanted = wanted;
    Arrays.fill(pairs, "");
  }

  /** All samples of a text; see {@link #parse(String, String, Predicate)}. */
  public static Samples parse(String text, String from) throws Failure {
    return parse(text, from, name -> true);
  }

  /**
   * The samples of the metrics that are wanted.
   *
   * @param from who sent it, for the failure's words
   * @param wanted of metric names
   * @throws Failure of kind {@code CUT_OFF} if the last line has no end, of kind {@code
   *     NOT_UNDERSTOOD} if any line is none of this format
   */
  public static Samples parse(String text, String from, Predicate<String> wanted) throws Failure {
    String whole = text.endsWith("\n" + END) ? text + "\n" : text;
    if (!whole.isEmpty() && whole.charAt(whole.length() - 1) != '\n') {
      throw new Failure(Failure.Kind.CUT_OFF, Msg.failureCutOff(from));
    }
    return new PrometheusText(whole, from, wanted).read();
  }

  private Samples read() throws Failure {
    boolean ended = false;
    while (at < text.length) {
      if (line > MOST_LINES) {
        throw malformed();
      }
      skipBlanks();
      char c = text[at];
      if (c != '\n' && ended) {
        throw malformed(); // two answers in one
      }
      if (c == '#') {
        ended = comment();
      } else if (c != '\n') {
        sample();
      }
      at++;
      line++;
    }
    samples.settle();
    return samples;
  }

  /** Stops at the end of the line; true where OpenMetrics ends with it. */
  private boolean comment() {
    int start = at;
    while (text[at] != '\n') {
      at++;
    }
    return at - start < END.length() + 3
        && new String(text, start, at - start).stripTrailing().equals(END);
  }

  /** One sample; stops at the end of its line. */
  private void sample() throws Failure {
    metric();
    char c = text[at];
    if (c != '{' && !isBlank(c)) {
      throw malformed();
    }
    skipBlanks();
    Map<String, String> labels = Map.of();
    if (text[at] == '{') {
      at++;
      labels = labels(keptName != null);
      skipBlanks();
    }
    double value = number();
    skipBlanks();
    if (text[at] != '\n' && text[at] != '#') {
      timestamp();
    }
    if (text[at] == '#') {
      exemplar();
    }
    if (text[at] != '\n') {
      throw malformed();
    }
    if (keptName != null) {
      samples.add(new Sample(keptName, labels, value));
    }
  }

  private void metric() throws Failure {
    int start = at;
    while (isNameChar(text[at], true, at == start)) {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
    if (!Arrays.equals(name, 0, name.length, text, start, at)) {
      name = Arrays.copyOfRange(text, start, at);
      String said = new String(name);
      samples.saw(said);
      keptName = wanted.test(said) ? said : null;
    }
  }

  /** After the opening brace, up to behind the closing one; no labels where they are not kept. */
  private Map<String, String> labels(boolean keep) throws Failure {
    int count = 0;
    while (true) {
      skipBlanks();
      if (text[at] == '}') {
        at++;
        return keep ? Labels.of(pairs, count) : Map.of();
      }
      if (count == MOST_LABELS) {
        throw malformed();
      }
      label(count);
      skipBlanks();
      expect('=');
      skipBlanks();
      expect('"');
      quoted(keep ? 2 * count + 1 : -1);
      if (keep) {
        keep(2 * count, labelStarts[count], labelEnds[count]);
      }
      count++;
      skipBlanks();
      if (text[at] == ',') {
        at++;
      } else if (text[at] != '}') {
        throw malformed();
      }
    }
  }

  /** A label's name, which must be another than those before it. */
  private void label(int index) throws Failure {
    int start = at;
    while (isNameChar(text[at], false, at == start)) {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
    for (int i = 0; i < index; i++) {
      if (Arrays.equals(text, labelStarts[i], labelEnds[i], text, start, at)) {
        throw malformed();
      }
    }
    labelStarts[index] = start;
    labelEnds[index] = at;
  }

  /** A label's value, after its opening quote; kept as one of the pairs unless negative. */
  private void quoted(int index) throws Failure {
    int start = at;
    StringBuilder unescaped = null;
    while (true) {
      char c = text[at++];
      if (c == '"') {
        break;
      }
      if (c == '\n') {
        throw malformed();
      }
      if (c == '\\') {
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        unescaped.append(text, start, at - 1 - start).append(escaped(text[at++]));
        start = at;
      }
    }
    if (index < 0) {
      return;
    }
    if (unescaped == null) {
      keep(index, start, at - 1);
    } else {
      pairs[index] = unescaped.append(text, start, at - 1 - start).toString();
    }
  }

  private char escaped(char c) throws Failure {
    return switch (c) {
      case '\\', '"' -> c;
      case 'n' -> '\n';
      default -> throw malformed();
    };
  }

  /** Makes no new string where the line before had the same one in this place. */
  private void keep(int index, int start, int end) {
    String before = pairs[index];
    boolean same = before.length() == end - start;
    for (int i = start; same && i < end; i++) {
      same = text[i] == before.charAt(i - start);
    }
    if (!same) {
      pairs[index] = new String(text, start, end - start);
    }
  }

  private static boolean isNameChar(char c, boolean ofMetric, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (ofMetric && c == ':')
        || (!first && c >= '0' && c <= '9');
  }

  /** A number, up to the next blank or line end. */
  private double number() throws Failure {
    int start = at;
    while (text[at] != '\n' && !isBlank(text[at])) {
      at++;
    }
    double value = Decimal.parse(text, start, at);
    if (Double.isNaN(value) && !Decimal.saysNaN(text, start, at)) {
      throw malformed();
    }
    return value;
  }

  /** Milliseconds; seconds with a fraction in OpenMetrics. When it was is not asked. */
  private void timestamp() throws Failure {
    if (!Double.isFinite(number())) {
      throw malformed();
    }
    skipBlanks();
  }

  /** What OpenMetrics lets follow a sample: labels, a value, and perhaps a time. */
  private void exemplar() throws Failure {
    at++;
    skipBlanks();
    expect('{');
    labels(false);
    skipBlanks();
    number();
    skipBlanks();
    if (text[at] != '\n') {
      timestamp();
    }
  }

  private void expect(char c) throws Failure {
    if (text[at++] != c) {
      throw malformed();
    }
  }

  /** Never runs off: the text ends in a line end. */
  private void skipBlanks() {
    while (isBlank(text[at])) {
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
