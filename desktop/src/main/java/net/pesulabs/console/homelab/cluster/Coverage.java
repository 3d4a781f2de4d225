package net.pesulabs.console.homelab.cluster;

import java.util.List;
import java.util.Set;

/**
 * How much of a kind its table holds.
 *
 * @param namespaces those it is limited to, because the login may see no more; empty for all of it
 * @param columns of the cells of a {@link ListedObject}; empty for the other kinds
 */
public record Coverage(Set<String> namespaces, List<Column> columns) {

  public static final Coverage WHOLE = new Coverage(Set.of(), List.of());

  /**
   * A column as the server prints it.
   *
   * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code date}
   * @param wide whether it is only for those who want to see more
   */
  public record Column(String name, String type, String description, boolean wide) {}

  public boolean isWhole() {
    return namespaces.isEmpty();
  }

  /** Whether what is not in the table is not in this namespace either. */
  public boolean covers(String namespace) {
    return isWhole() || namespaces.contains(namespace);
  }
}
