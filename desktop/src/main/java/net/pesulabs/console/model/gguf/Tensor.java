package net.pesulabs.console.model.gguf;

import java.util.List;

/**
 * A tensor of a file, as its head tells it.
 *
 * @param dimensions the first is the length of a row
 * @param offset in bytes, from where the tensors begin
 */
public record Tensor(String name, List<Long> dimensions, GgmlType type, long offset) {
  public Tensor {
    dimensions = List.copyOf(dimensions);
  }

  /** How many numbers it holds. */
  public long elements() {
    long product = 1;
    for (long each : dimensions) {
      product = Math.multiplyExact(product, each);
    }
    return product;
  }

  public long bytes() {
    return type.bytes(elements());
  }
}
