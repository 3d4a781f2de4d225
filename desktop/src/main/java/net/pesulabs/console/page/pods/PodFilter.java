package net.pesulabs.console.page.pods;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which pods the person wants to see.
 *
 * @param words each must stand in the pod's name, namespace, node, status or workload
 * @param problemsOnly only those that need care
 */
record PodFilter(List<String> words, boolean problemsOnly) implements Predicate<PodRow> {

  static final PodFilter ALL = new PodFilter(List.of(), false);

  static PodFilter of(String text, boolean problemsOnly) {
    return new PodFilter(
        Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList(),
        problemsOnly);
  }

  @Override
  public boolean test(PodRow row) {
    return (!problemsOnly || row.needsCare()) && words.stream().allMatch(row::holds);
  }

  boolean isAll() {
    return equals(ALL);
  }
}
