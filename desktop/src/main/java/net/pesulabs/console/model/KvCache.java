package net.pesulabs.console.model;

import java.util.function.ToLongFunction;

/**
 * The size of llama.cpp's cache: {@code size_k_bytes() + size_v_bytes()} of llama-kv-cache.cpp,
 * which it prints at start as "KV buffer size". For each layer that keeps any, cells times a row of
 * keys and one of values, in whole blocks of their types.
 */
public final class KvCache {

  private KvCache() {}

  /** Whether llama.cpp takes these types for these heads. */
  public static boolean isPossible(Attention.Known attention, CacheSettings settings) {
    return attention.layers().stream()
        .allMatch(layer ->
            settings.keys().holds(layer.keyLength())
                && settings.values().holds(layer.valueLength()));
  }

  /**
   * Bytes of the whole cache.
   *
   * @throws ArithmeticException where that is more than a long holds
   */
  public static long bytes(Attention.Known attention, CacheSettings settings) {
    long cells = settings.cells();
    long windowCells = attention.window() == 0 ? cells : settings.windowCells(attention.window());
    long one =
        sum(
            attention,
            layer ->
                Math.multiplyExact(
                    layer.windowed() ? windowCells : cells, perToken(layer, settings)));
    return Math.multiplyExact(one, (long) settings.streams());
  }

  /** Bytes read for the next token of a conversation of so many. */
  public static long bytesRead(Attention.Known attention, CacheSettings settings, int tokens) {
    return sum(
        attention,
        layer ->
            Math.multiplyExact(
                layer.windowed() ? (long) Math.min(tokens, attention.window()) : tokens,
                perToken(layer, settings)));
  }

  private static long perToken(Attention.Layer layer, CacheSettings settings) {
    return settings.keys().bytes((long) layer.heads() * layer.keyLength())
        + settings.values().bytes((long) layer.heads() * layer.valueLength());
  }

  private static long sum(Attention.Known attention, ToLongFunction<Attention.Layer> part) {
    return attention.layers().stream().mapToLong(part).reduce(0, Math::addExact);
  }
}
