package net.pesulabs.console.page.topology.draw;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands out.
 *
 * @param selected the id of the vertex or edge that the panel tells of
 * @param cursor where the keyboard is
 * @param found what the search found
 */
public record Marks(@Nullable String selected, @Nullable String cursor, Set<String> found) {

  public static final Marks NONE = new Marks(null, null, Set.of());
}
