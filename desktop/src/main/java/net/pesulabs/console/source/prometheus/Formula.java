package net.pesulabs.console.source.prometheus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a figure was in stretches of time, as expressions of PromQL of one series each.
 *
 * @param awake how often a sensor spoke, without which a 0 is not known to be true; empty where a 0
 *     needs no witness
 * @param possible what can be true of the figure
 */
record Formula(
    String min,
    String mean,
    String max,
    String count,
    Optional<String> awake,
    DoublePredicate possible) {

  /** So many parts of a stretch are looked at, where a figure is no series but computed. */
  private static final int PARTS = 12;

  /** A stretch, and how far the scrapes are apart in it. */
  record Stretch(Duration width, Duration interval) {

    /**
     * A range one millisecond short: with the moment before the next stretch begins at its end, it
     * holds each sample once, also where Prometheus 2 counts both ends.
     */
    String range() {
      return "[" + (width.toMillis() - 1) + "ms]";
    }

    /** What holds two scrapes at least, also where one failed; a rate needs as many. */
    Duration forRate() {
      Duration part = width.dividedBy(PARTS);
      Duration least = interval.multipliedBy(4);
      return part.compareTo(least) < 0 ? least : part;
    }

    /** An expression at several moments of the stretch. */
    String steps() {
      Duration part = width.dividedBy(PARTS);
      Duration step = part.compareTo(interval) < 0 ? interval : part;
      return "[" + (width.toMillis() - 1) + "ms:" + Math.max(1, step.toMillis()) + "ms]";
    }
  }

  /**
   * Of a figure that is a series.
   *
   * @param selectors of which the first that has something counts
   * @param in what is to be done to its values, such as a change of unit
   */
  static Formula of(
      List<String> selectors, Stretch over, UnaryOperator<String> in, DoublePredicate possible) {
    return new Formula(
        in.apply("min(" + each("min_over_time", selectors, over) + ")"),
        in.apply("avg(" + each("avg_over_time", selectors, over) + ")"),
        in.apply("max(" + each("max_over_time", selectors, over) + ")"),
        "max(" + each("count_over_time", selectors, over) + ")",
        Optional.empty(),
        possible);
  }

  /** Of a figure that is computed at each moment, at some moments of a stretch. */
  static Formula computed(String expression, Stretch over, DoublePredicate possible) {
    String steps = "((" + expression + ")" + over.steps() + ")";
    return new Formula(
        "min_over_time" + steps,
        "avg_over_time" + steps,
        "max_over_time" + steps,
        "count_over_time" + steps,
        Optional.empty(),
        possible);
  }

  /** Of what is missing of something that does not change. */
  static Formula missing(String whole, String part, Stretch over, DoublePredicate possible) {
    String all = "max(max_over_time(" + whole + over.range() + ")) - ";
    return new Formula(
        all + "max(max_over_time(" + part + over.range() + "))",
        all + "avg(avg_over_time(" + part + over.range() + "))",
        all + "min(min_over_time(" + part + over.range() + "))",
        "max(count_over_time(" + part + over.range() + "))",
        Optional.empty(),
        possible);
  }

  Formula witnessedBy(String selector, Stretch over) {
    return new Formula(
        min,
        mean,
        max,
        count,
        Optional.of("max(count_over_time(" + selector + over.range() + "))"),
        possible);
  }

  /** All of it as one question; the series of the answer are told apart by the label {@code of}. */
  String question() {
    String all =
        named("min", min)
            + " or "
            + named("mean", mean)
            + " or "
            + named("max", max)
            + " or "
            + named("count", count);
    return awake.map(witness -> all + " or " + named("awake", witness)).orElse(all);
  }

  private static String named(String name, String expression) {
    return "label_replace(" + expression + ",\"of\",\"" + name + "\",\"\",\"\")";
  }

  private static String each(String function, List<String> selectors, Stretch over) {
    return selectors.stream()
        .map(selector -> function + "(" + selector + over.range() + ")")
        .collect(Collectors.joining(" or "));
  }
}
