package net.pesulabs.console.model;

/**
 * What a model asks of a card, in bytes.
 *
 * @param buffers an estimate
 * @param reserve what is to stay free: llama.cpp's {@code --fit} leaves 1024 MiB
 */
public record Need(long weights, long cache, Range buffers, long reserve) {

  /** The whole, with as much for the buffers as they may take. */
  public long total() {
    return weights + cache + buffers.high() + reserve;
  }

  /** What will be taken at the least: exact parts, and the least the buffers may take. */
  public long atLeast() {
    return weights + cache + buffers.low();
  }
}
