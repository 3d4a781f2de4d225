package net.pesulabs.console.source.gpu;

import org.jspecify.annotations.Nullable;

/**
 * For what the cards are asked.
 *
 * @param lookedAt whether anything shows them now
 * @param modelIdle whether the model server is at rest; null where it does not tell
 */
record Interest(boolean lookedAt, @Nullable Boolean modelIdle) {

  /** Somebody looks, and nothing is known of the model server. */
  static final Interest FULL = new Interest(true, null);
}
