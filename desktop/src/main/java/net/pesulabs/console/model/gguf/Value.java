package net.pesulabs.console.model.gguf;

import java.util.List;

/** What a file says under one key. Booleans are 0 and 1. */
public sealed interface Value {

  /** Any integer type. */
  record Whole(long value) implements Value {}

  /** Any floating point type. */
  record Real(double value) implements Value {}

  record Text(String value) implements Value {}

  /** A short array of integers. */
  record Wholes(List<Long> values) implements Value {
    public Wholes {
      values = List.copyOf(values);
    }
  }

  /** An array that is not kept, such as a vocabulary: only how long it is. */
  record Many(long length) implements Value {}

  /** A text too long to be one of those this program reads, such as a chat template. */
  record LongText(long bytes) implements Value {}
}
