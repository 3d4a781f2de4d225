package net.pesulabs.console.model;

/**
 * How llama-server is started, as far as its memory goes.
 *
 * @param context {@code --ctx-size}: tokens of all conversations together
 * @param keys {@code --cache-type-k}
 * @param values {@code --cache-type-v}
 * @param slots {@code --parallel}: answers at a time
 * @param shared whether the conversations share one cache ({@code --kv-unified}), which they do
 *     where {@code --parallel} is left out: then there are {@link #DEFAULT_SLOTS}
 */
public record CacheSettings(
    int context, CacheType keys, CacheType values, int slots, boolean shared) {

  public static final int DEFAULT_SLOTS = 4;

  /** {@code LLAMA_MAX_SEQ}. */
  public static final int MOST_SLOTS = 256;

  /** Ten times what any model is trained for. */
  public static final int LONGEST_CONTEXT = 10_000_000;

  /**
   * {@code n_ubatch}: the tokens of a prompt that are worked on together, unless told otherwise.
   */
  static final int BATCH = 512;

  private static final int PAD = 256;

  public CacheSettings {
    if (context < 1 || context > LONGEST_CONTEXT || slots < 1 || slots > MOST_SLOTS) {
      throw new IllegalArgumentException(context + " tokens, " + slots + " slots");
    }
  }

  public CacheSettings withContext(int tokens) {
    return new CacheSettings(tokens, keys, values, slots, shared);
  }

  public CacheSettings withTypes(CacheType k, CacheType v) {
    return new CacheSettings(context, k, v, slots, shared);
  }

  /** Caches side by side: one that all share, or one a slot. */
  int streams() {
    return shared ? 1 : slots;
  }

  /**
   * Tokens a cache holds, and so the longest conversation. llama-context.cpp rounds up to 256 the
   * whole, and then each part of it.
   */
  public int cells() {
    int whole = pad(context);
    return shared ? whole : pad(whole / slots);
  }

  /** The same for layers that look back only so far: llama-kv-cache-iswa.cpp. */
  int windowCells(int window) {
    long needed = (long) window * (shared ? slots : 1) + batch();
    return pad((int) Math.min(cells(), needed));
  }

  int batch() {
    return Math.min(context, BATCH);
  }

  private static int pad(int tokens) {
    return Math.ceilDiv(tokens, PAD) * PAD;
  }
}
