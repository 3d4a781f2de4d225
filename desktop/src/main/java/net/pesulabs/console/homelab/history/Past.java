package net.pesulabs.console.homelab.history;

import java.time.Instant;

/** Something that can be asked what a figure was. Safe for any thread. */
public interface Past {

  /**
   * What a series was between two moments, in as many buckets as are asked for or a few less; one
   * more where the first begins before {@code from}. Coarser where the finer is no longer kept. May
   * read a file: never call it on the FX thread. Where nothing can be read, the answer is empty.
   *
   * @param to not included; after {@code from}
   * @param most at least 1
   */
  Buckets query(Series series, Instant from, Instant to, int most);
}
