package net.pesulabs.console.model;

/** Settings with which a model would fit after all. */
public sealed interface Remedy {

  CacheSettings settings();

  /** A shorter context, and all else as it is. */
  record Shorter(CacheSettings settings) implements Remedy {}

  /** The same context, kept in fewer bits. */
  record Denser(CacheSettings settings) implements Remedy {}

  /** Both. */
  record ShorterAndDenser(CacheSettings settings) implements Remedy {}
}
