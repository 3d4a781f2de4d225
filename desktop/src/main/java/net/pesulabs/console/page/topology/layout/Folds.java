package net.pesulabs.console.page.topology.layout;

import java.util.HashMap;
import java.util.Map;

/**
 * Which of those that hold others are folded: by hand where somebody said so, else by how many
 * things would be seen at once.
 */
public final class Folds {

  /** More than this at once is a crowd, and what is deepest is told by counts. */
  static final int CROWD = 240;

  /** A crowd must become so much larger before the map folds by itself again. */
  private static final double MUCH = 1.5;

  private final Map<String, Boolean> byHand = new HashMap<>();
  private int foldedFrom = Integer.MAX_VALUE;

  boolean isFolded(String id, int depth) {
    return byHand.getOrDefault(id, depth >= foldedFrom);
  }

  /** Folds or unfolds, as somebody wants it. */
  public void set(String id, boolean folded) {
    byHand.put(id, folded);
  }

  /** Forgets what was done by hand. */
  void forget() {
    byHand.clear();
  }

  /** Folds what is too much, and nothing else. */
  void choose(Contents contents) {
    foldedFrom = Integer.MAX_VALUE;
    fold(contents, CROWD);
  }

  /** Folds what has become too much; never unfolds. */
  void watch(Contents contents) {
    if (contents.seen(this) > CROWD * MUCH) {
      fold(contents, CROWD);
    }
  }

  private void fold(Contents contents, int most) {
    int depth = Math.min(foldedFrom, contents.deepest() + 1);
    while (depth > 0 && contents.seen(this) > most) {
      depth--;
      foldedFrom = depth;
    }
  }
}
