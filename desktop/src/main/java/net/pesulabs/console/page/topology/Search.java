package net.pesulabs.console.page.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Rect;
import org.jspecify.annotations.Nullable;

/** Finds things on the map by what is written on them. */
final class Search {

  private Search() {}

  /**
   * The ids of all whose title or subtitle holds every word, as one would read them.
   *
   * @param place where a thing, or what it is hidden in, stands; null for nowhere
   */
  static List<String> of(
      String text,
      Graph graph,
      Function<Localized, String> say,
      Function<String, @Nullable Rect> place) {
    List<String> words =
        Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    return graph.vertices().values().stream()
        .filter(vertex -> holds(vertex, words, say))
        .sorted(
            Comparator.comparingDouble((Vertex vertex) -> order(place.apply(vertex.id())))
                .thenComparing(vertex -> say.apply(vertex.title()), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Vertex::id))
        .map(Vertex::id)
        .toList();
  }

  private static boolean holds(Vertex vertex, List<String> words, Function<Localized, String> say) {
    String all =
        (say.apply(vertex.title()) + " " + say.apply(vertex.subtitle())).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(all::contains);
  }

  /** From left to right, and in a column from the top down. */
  private static double order(@Nullable Rect rect) {
    return rect == null ? Double.MAX_VALUE : rect.x() * 1e4 + rect.y();
  }
}
