package net.pesulabs.console.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The few labels of a sample: names and values in turn, which is quicker made than a tree. */
final class Labels extends AbstractMap<String, String> {

  private final String[] pairs;

  private Labels(String[] pairs) {
    this.pairs = pairs;
  }

  /**
   * The first so many labels.
   *
   * @param pairs name, value, name, value, …; names differ
   */
  static Map<String, String> of(String[] pairs, int count) {
    return count == 0 ? Map.of() : new Labels(Arrays.copyOf(pairs, 2 * count));
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(name)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  @Override
  public String getOrDefault(@Nullable Object name, String otherwise) {
    return Objects.requireNonNullElse(get(name), otherwise);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return pairs.length / 2;
      }

      @Override
      public Iterator<Entry<String, String>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < pairs.length;
          }

          @Override
          public Entry<String, String> next() {
            if (!hasNext()) {
              throw new java.util.NoSuchElementException();
            }
            next += 2;
            return Map.entry(pairs[next - 2], pairs[next - 1]);
          }
        };
      }
    };
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      hash += pairs[i].hashCode() ^ pairs[i + 1].hashCode();
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Labels same && Arrays.equals(pairs, same.pairs) || super.equals(other);
  }
}
