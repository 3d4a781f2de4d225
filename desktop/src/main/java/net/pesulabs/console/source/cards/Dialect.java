package net.pesulabs.console.source.cards;

import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of exporter tells of a machine and its cards. An object of it follows one machine
 * from moment to moment. For one thread.
 */
public interface Dialect {

  /**
   * What was told at one moment.
   *
   * @param modelIdle whether the model server is at rest; null where it does not tell
   * @throws Failure where the cards cannot be told from it
   */
  GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure;

  /** Nothing was heard for a while: what counts successive moments begins anew. */
  void pause();
}
