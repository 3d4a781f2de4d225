package net.pesulabs.console.model;

import java.util.List;
import java.util.Locale;
import net.pesulabs.console.model.gguf.GgmlType;

/** How llama.cpp may store its cache: what {@code --cache-type-k} and {@code -v} take. */
public enum CacheType {
  F32(GgmlType.F32),
  F16(GgmlType.F16),
  BF16(GgmlType.BF16),
  Q8_0(GgmlType.Q8_0),
  Q5_1(GgmlType.Q5_1),
  Q5_0(GgmlType.Q5_0),
  Q4_1(GgmlType.Q4_1),
  Q4_0(GgmlType.Q4_0),
  IQ4_NL(GgmlType.IQ4_NL);

  /** What to try instead of a bigger one, with the least loss first. */
  static final List<CacheType> SMALLER = List.of(Q8_0, Q4_0);

  private final GgmlType type;

  CacheType(GgmlType type) {
    this.type = type;
  }

  /** As it is written on llama-server's command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** llama.cpp refuses a head that is not made of whole blocks. */
  boolean holds(int headLength) {
    return headLength % type.blockElements() == 0;
  }

  long bytes(long elements) {
    return type.bytes(elements);
  }

  boolean isSmallerThan(CacheType other) {
    return (long) type.blockBytes() * other.type.blockElements()
        < (long) other.type.blockBytes() * type.blockElements();
  }
}
