package net.pesulabs.console.model.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the head of a GGUF file, right or wrong, as a test wants it. */
public final class GgufBytes {

  private record Written(int type, byte[] bytes) {}

  private record Named(String name, List<Long> dimensions, int type, long offset) {}

  private final Map<String, Written> values = new LinkedHashMap<>();
  private final java.util.ArrayList<Named> tensors = new java.util.ArrayList<>();
  private int version = 3;
  private long data;

  public GgufBytes version(int number) {
    version = number;
    return this;
  }

  public GgufBytes text(String key, String value) {
    return put(key, 8, string(value));
  }

  public GgufBytes u32(String key, long value) {
    return put(key, 4, little(4).putInt((int) value).array());
  }

  public GgufBytes u64(String key, long value) {
    return put(key, 10, little(8).putLong(value).array());
  }

  public GgufBytes f32(String key, float value) {
    return put(key, 6, little(4).putFloat(value).array());
  }

  public GgufBytes flag(String key, boolean value) {
    return put(key, 7, new byte[] {(byte) (value ? 1 : 0)});
  }

  public GgufBytes u32s(String key, long... all) {
    ByteBuffer bytes = little(12 + 4 * all.length).putInt(4).putLong(all.length);
    for (long each : all) {
      bytes.putInt((int) each);
    }
    return put(key, 9, bytes.array());
  }

  public GgufBytes flags(String key, boolean... all) {
    ByteBuffer bytes = little(12 + all.length).putInt(7).putLong(all.length);
    for (boolean each : all) {
      bytes.put((byte) (each ? 1 : 0));
    }
    return put(key, 9, bytes.array());
  }

  public GgufBytes texts(String key, int count) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(little(12).putInt(8).putLong(count).array());
    for (int i = 0; i < count; i++) {
      out.writeBytes(string("word" + i));
    }
    return put(key, 9, out.toByteArray());
  }

  /** A value of any type and bytes, for what is wrong. */
  public GgufBytes put(String key, int type, byte[] bytes) {
    values.put(key, new Written(type, bytes));
    return this;
  }

  /** A tensor after the ones before, aligned as ggml does. */
  public GgufBytes tensor(String name, GgmlType type, long... dimensions) {
    List<Long> list = java.util.Arrays.stream(dimensions).boxed().toList();
    rawTensor(name, type.id(), data, dimensions);
    data = Math.ceilDiv(data + new Tensor(name, list, type, 0).bytes(), 32) * 32;
    return this;
  }

  public GgufBytes rawTensor(String name, int type, long offset, long... dimensions) {
    tensors.add(
        new Named(name, java.util.Arrays.stream(dimensions).boxed().toList(), type, offset));
    return this;
  }

  /** The head alone: what a reader may ask for, with no weight after it. */
  public byte[] head() {
    var out = new ByteArrayOutputStream();
    out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(little(4).putInt(version).array());
    out.writeBytes(little(8).putLong(tensors.size()).array());
    out.writeBytes(little(8).putLong(values.size()).array());
    values.forEach((key, value) -> {
      out.writeBytes(string(key));
      out.writeBytes(little(4).putInt(value.type()).array());
      out.writeBytes(value.bytes());
    });
    for (Named tensor : tensors) {
      out.writeBytes(string(tensor.name()));
      out.writeBytes(little(4).putInt(tensor.dimensions().size()).array());
      tensor.dimensions().forEach(each -> out.writeBytes(little(8).putLong(each).array()));
      out.writeBytes(little(4).putInt(tensor.type()).array());
      out.writeBytes(little(8).putLong(tensor.offset()).array());
    }
    return out.toByteArray();
  }

  /** How long the whole file would be. */
  public long fileBytes() {
    return Math.ceilDiv(head().length, 32) * 32L + data;
  }

  public GgufHeader read() throws Exception {
    return GgufReader.read(new java.io.ByteArrayInputStream(head()), fileBytes());
  }

  static byte[] string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return little(8 + bytes.length).putLong(bytes.length).put(bytes).array();
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
