package net.pesulabs.console.model;

/**
 * What comes on top of weights and cache: an estimate, and always said to be one. llama.cpp lays
 * its graph out and takes what the widest place of it needs; the driver takes its share.
 *
 * <ul>
 *   <li>For each token of a batch the widest place holds some rows of the model's width and of its
 *       feed-forward width, four bytes a number. 4 and 3 rows agree within a tenth with what
 *       llama-server 0.5.0 prints for small models of several shapes.
 *   <li>Older servers keep an answer's whole vocabulary for each token of the batch, which is then
 *       the widest place: the 307 MiB that llama.cpp's issue 11337 shows of a Qwen 2.5 32B. Newer
 *       ones keep it only for each slot ({@code n_outputs_max}). That is most of the spread.
 *   <li>The mask of who looks at whom: two bytes for each token of the batch and cell of the cache.
 *   <li>The driver: code, queues and scratch space. Its share is set so that the whole comes to
 *       what is known of models of 7 to 14 billion; no formula gives it.
 * </ul>
 */
final class Buffers {

  private static final long NUMBER = 4;
  private static final long MASK = 2;
  private static final Range DRIVER = Range.ofMebibytes(300, 500);

  /** Of a model whose widths are not known: what those of 7 to 14 billion need. */
  private static final Range USUAL = Range.ofMebibytes(600, 900);

  private Buffers() {}

  static Range of(ModelShape shape, CacheSettings settings) {
    Width width = shape.width();
    if (width == null) {
      return USUAL;
    }
    long batch = settings.batch();
    long work = batch * NUMBER * (4 * width.embedding() + 3 * width.feedForward());
    long answers = batch * NUMBER * (width.embedding() + width.vocabulary());
    long masks = masks(shape, settings);
    return new Range(
        work + masks + DRIVER.low(), Math.max(work, answers) + 2 * masks + DRIVER.high());
  }

  /** Of a cache in parts each token is in but one of them. */
  private static long masks(ModelShape shape, CacheSettings settings) {
    long cells = settings.cells();
    if (shape.attention() instanceof Attention.Known known && known.window() > 0) {
      cells += settings.windowCells(known.window());
    }
    return settings.batch() * MASK * cells;
  }
}
