package net.pesulabs.console.model;

/**
 * The most tokens a second that a card's memory allows: for each token all active weights and the
 * conversation's cache are read once. Never reached; a good half of it is usual.
 *
 * @param empty at a conversation's beginning
 * @param full with the conversation as long as it may get; null where the cache is not known
 */
public record Ceiling(double empty, @org.jspecify.annotations.Nullable Double full) {

  /**
   * Computes it.
   *
   * @param bandwidth bytes a second
   */
  public static Ceiling of(ModelShape shape, CacheSettings settings, double bandwidth) {
    long weights = shape.weights().perToken();
    Double full =
        shape.attention() instanceof Attention.Known known && KvCache.isPossible(known, settings)
            ? bandwidth / (weights + KvCache.bytesRead(known, settings, settings.cells()))
            : null;
    return new Ceiling(bandwidth / weights, full);
  }
}
