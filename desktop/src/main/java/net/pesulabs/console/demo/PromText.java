package net.pesulabs.console.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A page in Prometheus' text format, of which some values live and some lines can be left out. */
final class PromText {

  /** One metric: its HELP and TYPE lines, and its series. */
  private record Family(String name, List<String> comments, List<String> lines) {}

  private final List<Family> families = new ArrayList<>();

  PromText(String page) {
    for (String line : page.lines().toList()) {
      if (line.startsWith("# HELP ")) {
        families.add(new Family(line.split(" ", 4)[2], new ArrayList<>(), new ArrayList<>()));
      }
      Family family = families.getLast();
      (line.startsWith("#") ? family.comments() : family.lines()).add(line);
    }
  }

  /** The page with more series, which stand where the exporter puts them: by their labels. */
  PromText with(List<String> more) {
    var copy = new PromText("");
    for (Family family : families) {
      var lines = new ArrayList<>(family.lines());
      more.stream().filter(line -> line.startsWith(family.name() + "{")).forEach(lines::add);
      if (lines.size() > family.lines().size()) {
        lines.sort(Comparator.comparing(PromText::seriesOf));
      }
      copy.families.add(new Family(family.name(), family.comments(), lines));
    }
    return copy;
  }

  /**
   * The page now.
   *
   * @param values of the series that live
   * @param metrics which metrics to show
   * @param series which of their series, by name and labels
   */
  String render(Map<String, Double> values, Predicate<String> metrics, Predicate<String> series) {
    var page = new StringBuilder();
    for (Family family : families) {
      if (metrics.test(family.name())) {
        List<String> shown =
            family.lines().stream().filter(line -> series.test(seriesOf(line))).toList();
        List<String> comments = shown.isEmpty() ? List.of() : family.comments();
        comments.forEach(line -> page.append(line).append('\n'));
        shown.forEach(line -> page.append(alive(line, values)).append('\n'));
      }
    }
    return page.toString();
  }

  /** A number as Go's {@code strconv} writes it with 'g': exponents from a million on. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int exponent = digits.length() - exact.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return exact.toPlainString();
    }
    String sign = value < 0 ? "-" : "";
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return "%s%s%se%s%02d"
        .formatted(sign, digits.charAt(0), rest, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String alive(String line, Map<String, Double> values) {
    Double value = values.get(seriesOf(line));
    return value == null ? line : seriesOf(line) + " " + number(value);
  }

  private static String seriesOf(String line) {
    return line.substring(0, line.lastIndexOf(' '));
  }
}
