package net.pesulabs.console.model;

/** Bytes that are estimated: no less than one figure, no more than the other. */
public record Range(long low, long high) {
  public Range {
    if (low < 0 || low > high) {
      throw new IllegalArgumentException(low + " to " + high);
    }
  }

  static Range ofMebibytes(long low, long high) {
    return new Range(low << 20, high << 20);
  }

  public long middle() {
    return (low + high) / 2;
  }

  Range plus(long more) {
    return new Range(Math.max(0, low + more), Math.max(0, high + more));
  }
}
