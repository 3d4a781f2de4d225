package net.pesulabs.console.model.gguf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * Reads the head of a GGUF file, versions 2 and 3, and trusts nothing in it: a file may be cut,
 * made by another program, or made to harm. Limits are far above what any published model needs.
 */
public final class GgufReader {

  private static final int MAGIC = 0x46554747; // "GGUF", read as a little-endian number

  /** The vocabulary is the bulk of a head: about 20 MB for 262 000 words and their merges. */
  static final long LONGEST_HEAD = 128L * 1024 * 1024;

  /** Models have about forty. */
  static final int MOST_KEYS = 8192;

  /** Llama 4 Maverick and DeepSeek R1 have about a thousand; older mixtures several thousand. */
  static final int MOST_TENSORS = 65_536;

  /** Arrays as long as a model has layers are kept; {@code LLAMA_MAX_LAYERS} is 512. */
  static final int KEPT_ARRAY = 1024;

  private static final int MOST_DIMENSIONS = 4; // GGML_MAX_DIMS
  private static final int DEFAULT_ALIGNMENT = 32; // GGUF_DEFAULT_ALIGNMENT

  private GgufReader() {}

  /**
   * Reads a head.
   *
   * @param in at the file's beginning; read from no further than the head, and a buffer's length
   * @param fileBytes how long the file is
   * @throws GgufProblem where the file is not one, or is broken
   * @throws IOException where it cannot be read
   */
  public static GgufHeader read(InputStream in, long fileBytes) throws IOException, GgufProblem {
    var input = new GgufInput(in, Math.min(fileBytes, LONGEST_HEAD));
    if (input.remaining() < 4 || input.i32() != MAGIC) {
      throw new GgufProblem(Msg.plannerFileNotGguf());
    }
    int version = version(input);
    long tensors = input.count(MOST_TENSORS, 24);
    long keys = input.count(MOST_KEYS, 13);
    Map<String, Value> values = new LinkedHashMap<>();
    for (long i = 0; i < keys; i++) {
      String key = input.text();
      if (values.put(key, value(input, input.i32())) != null) {
        throw GgufInput.absurd();
      }
    }
    List<Tensor> list = tensors(input, tensors);
    long alignment = alignment(values);
    long start = Math.ceilDiv(input.position(), alignment) * alignment;
    var header = new GgufHeader(version, values, list, start);
    checkThatItIsWhole(header, alignment, fileBytes);
    return header;
  }

  private static int version(GgufInput input) throws IOException, GgufProblem {
    int version = input.i32();
    if ((version & 0xffff) == 0) {
      throw new GgufProblem(Msg.plannerFileBigEndian());
    }
    if (version != 2 && version != 3) {
      throw new GgufProblem(
          Msg.plannerFileVersion(Quantity.number(Integer.toUnsignedLong(version), 0)));
    }
    return version;
  }

  /** The types are those of {@code enum gguf_type}. */
  private static Value value(GgufInput input, int type) throws IOException, GgufProblem {
    return switch (type) {
      case 6 -> new Value.Real(Float.intBitsToFloat(input.i32()));
      case 8 -> input.textOrLength();
      case 9 -> array(input);
      case 12 -> new Value.Real(Double.longBitsToDouble(input.i64()));
      default -> new Value.Whole(whole(input, type));
    };
  }

  private static long whole(GgufInput input, int type) throws IOException, GgufProblem {
    return switch (type) {
      case 0 -> input.u8();
      case 1 -> (byte) input.u8();
      case 2 -> input.u16();
      case 3 -> (short) input.u16();
      case 4 -> Integer.toUnsignedLong(input.i32());
      case 5 -> input.i32();
      case 7 -> input.u8() == 0 ? 0 : 1;
      case 10, 11 -> input.i64();
      default -> throw GgufInput.absurd();
    };
  }

  /** Arrays of arrays are allowed on paper; ggml reads none, so no model has any. */
  private static Value array(GgufInput input) throws IOException, GgufProblem {
    int type = input.i32();
    int size =
        switch (type) {
          case 0, 1, 7 -> 1;
          case 2, 3 -> 2;
          case 4, 5, 6 -> 4;
          case 8, 10, 11, 12 -> 8;
          default -> throw GgufInput.absurd();
        };
    long length = input.count(Long.MAX_VALUE, size);
    if (type == 8) {
      for (long i = 0; i < length; i++) {
        input.skip(input.count(Long.MAX_VALUE, 1));
      }
    } else if (type == 6 || type == 12 || length > KEPT_ARRAY) {
      input.skip(length * size);
    } else {
      List<Long> values = new ArrayList<>();
      for (long i = 0; i < length; i++) {
        values.add(whole(input, type));
      }
      return new Value.Wholes(values);
    }
    return new Value.Many(length);
  }

  private static List<Tensor> tensors(GgufInput input, long count) throws IOException, GgufProblem {
    List<Tensor> tensors = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (long i = 0; i < count; i++) {
      Tensor tensor = tensor(input);
      if (!names.add(tensor.name())) {
        throw GgufInput.absurd();
      }
      tensors.add(tensor);
    }
    return tensors;
  }

  private static Tensor tensor(GgufInput input) throws IOException, GgufProblem {
    String name = input.text();
    int count = input.i32();
    if (count < 0 || count > MOST_DIMENSIONS) {
      throw GgufInput.absurd();
    }
    List<Long> dimensions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long dimension = input.i64();
      if (dimension <= 0) {
        throw GgufInput.absurd();
      }
      dimensions.add(dimension);
    }
    int id = input.i32();
    GgmlType type =
        GgmlType.of(id)
            .orElseThrow(() -> new GgufProblem(Msg.plannerFileType(name, Quantity.number(id, 0))));
    long row = dimensions.isEmpty() ? 1 : dimensions.getFirst();
    var tensor = new Tensor(name, dimensions, type, input.i64());
    if (row % type.blockElements() != 0 || tensor.offset() < 0 || !hasSize(tensor)) {
      throw GgufInput.absurd();
    }
    return tensor;
  }

  private static boolean hasSize(Tensor tensor) {
    try {
      return tensor.bytes() >= 0;
    } catch (ArithmeticException tooBig) {
      return false;
    }
  }

  private static long alignment(Map<String, Value> values) throws GgufProblem {
    return switch (values.get("general.alignment")) {
      case null -> DEFAULT_ALIGNMENT;
      case Value.Whole(long a) when a > 0 && a <= 1 << 20 && Long.bitCount(a) == 1 -> a;
      default -> throw GgufInput.absurd();
    };
  }

  /** A download that was broken off has a whole head, and lacks tensors. */
  private static void checkThatItIsWhole(GgufHeader header, long alignment, long fileBytes)
      throws GgufProblem {
    long end = header.dataStart();
    for (Tensor tensor : header.tensors()) {
      if (tensor.offset() % alignment != 0 || tensor.offset() > Long.MAX_VALUE / 4) {
        throw GgufInput.absurd();
      }
      long tensorEnd = header.dataStart() + tensor.offset() + Math.min(tensor.bytes(), 1L << 60);
      end = Math.max(end, tensorEnd);
    }
    if (end > fileBytes) {
      throw new GgufProblem(Msg.plannerFileShort(Quantity.bytes(fileBytes), Quantity.bytes(end)));
    }
  }
}
