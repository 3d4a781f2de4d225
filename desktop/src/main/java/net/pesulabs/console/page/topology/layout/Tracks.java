package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which row each thing of each rank takes, so that lines run as straight as they can: the longest
 * column is filled without holes, and those beside it stand level with what they lead to.
 */
final class Tracks {

  private final SortedMap<Integer, List<String>> ranks;
  private final Map<String, Set<String>> neighbours;
  private final Map<String, Integer> rows = new HashMap<>();

  private Tracks(SortedMap<Integer, List<String>> ranks, Map<String, Set<String>> neighbours) {
    this.ranks = ranks;
    this.neighbours = neighbours;
  }

  /**
   * Rows by id, from 0.
   *
   * @param ranks what stands in each, in the order one would read it
   * @param neighbours what each is joined with, by id
   */
  static Map<String, Integer> of(
      SortedMap<Integer, List<String>> ranks, Map<String, Set<String>> neighbours) {
    var tracks = new Tracks(new TreeMap<>(ranks), neighbours);
    tracks.sort();
    tracks.level();
    return tracks.rows;
  }

  /** Each rank in the order of what leads to it, so that few lines cross. */
  private void sort() {
    var order = new HashMap<String, Integer>();
    for (Map.Entry<Integer, List<String>> rank : ranks.entrySet()) {
      List<String> ids = new ArrayList<>(rank.getValue());
      var keys = new HashMap<String, Double>();
      for (int i = 0; i < ids.size(); i++) {
        keys.put(ids.get(i), mean(ids.get(i), order).orElse(i));
      }
      ids.sort(Comparator.comparingDouble(id -> keys.getOrDefault(id, 0.0)));
      rank.setValue(ids);
      for (int i = 0; i < ids.size(); i++) {
        order.put(ids.get(i), i);
      }
    }
  }

  private void level() {
    if (ranks.isEmpty()) {
      return;
    }
    int longest = ranks.firstKey();
    for (Map.Entry<Integer, List<String>> rank : ranks.entrySet()) {
      if (rank.getValue().size() > ranks.getOrDefault(longest, List.of()).size()) {
        longest = rank.getKey();
      }
    }
    fill(ranks.getOrDefault(longest, List.of()));
    List<List<String>> left = new ArrayList<>(ranks.headMap(longest).values());
    left.reversed().forEach(this::fill);
    ranks.tailMap(longest + 1).values().forEach(this::fill);
  }

  private void fill(Collection<String> ids) {
    // By where their lines lead, now that this is known.
    var wanted = new HashMap<String, Double>();
    List<String> sorted = new ArrayList<>(ids);
    for (String id : ids) {
      mean(id, rows).ifPresent(row -> wanted.put(id, row));
    }
    if (wanted.size() == sorted.size()) {
      sorted.sort(Comparator.comparingDouble(id -> wanted.getOrDefault(id, 0.0)));
    }
    int next = 0;
    for (String id : sorted) {
      int row = Math.max(next, (int) Math.floor(wanted.getOrDefault(id, (double) next)));
      rows.put(id, row);
      next = row + 1;
    }
  }

  private OptionalDouble mean(String id, Map<String, Integer> known) {
    return neighbours.getOrDefault(id, Set.of()).stream()
        .map(known::get)
        .filter(row -> row != null)
        .mapToInt(row -> row)
        .average();
  }
}
