package net.pesulabs.console.model.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.pesulabs.console.i18n.Msg;

/**
 * The little-endian primitives of a file's head, never beyond {@code limit} bytes. Nothing is taken
 * into memory because a file says it is long.
 */
final class GgufInput {

  /** No name that matters here comes near it: a tensor's has 63 bytes at most. */
  static final int LONGEST_TEXT = 1024;

  private final InputStream in;
  private final long limit;
  private final byte[] small = new byte[8];
  private long position;

  GgufInput(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  long position() {
    return position;
  }

  long remaining() {
    return limit - position;
  }

  int u8() throws IOException, GgufProblem {
    return read(1).get() & 0xff;
  }

  int u16() throws IOException, GgufProblem {
    return read(2).getShort() & 0xffff;
  }

  int i32() throws IOException, GgufProblem {
    return read(4).getInt();
  }

  long i64() throws IOException, GgufProblem {
    return read(8).getLong();
  }

  /** A count of things of which each takes at least {@code atLeast} bytes of what is left. */
  long count(long most, long atLeast) throws IOException, GgufProblem {
    long count = i64();
    if (count < 0 || count > most || count > remaining() / atLeast) {
      throw absurd();
    }
    return count;
  }

  /** A text of at most {@link #LONGEST_TEXT} bytes. */
  String text() throws IOException, GgufProblem {
    long length = count(Long.MAX_VALUE, 1);
    if (length > LONGEST_TEXT) {
      throw absurd();
    }
    return text((int) length);
  }

  /** A text, or only its length where it is long. */
  Value textOrLength() throws IOException, GgufProblem {
    long length = count(Long.MAX_VALUE, 1);
    if (length > LONGEST_TEXT) {
      skip(length);
      return new Value.LongText(length);
    }
    return new Value.Text(text((int) length));
  }

  void skip(long bytes) throws IOException, GgufProblem {
    reserve(bytes);
    try {
      in.skipNBytes(bytes);
    } catch (EOFException e) {
      throw new GgufProblem(Msg.plannerFileCut(), e);
    }
  }

  static GgufProblem absurd() {
    return new GgufProblem(Msg.plannerFileAbsurd());
  }

  private String text(int length) throws IOException, GgufProblem {
    reserve(length);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new GgufProblem(Msg.plannerFileCut());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private ByteBuffer read(int bytes) throws IOException, GgufProblem {
    reserve(bytes);
    if (in.readNBytes(small, 0, bytes) < bytes) {
      throw new GgufProblem(Msg.plannerFileCut());
    }
    return ByteBuffer.wrap(small, 0, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void reserve(long bytes) throws GgufProblem {
    if (bytes > remaining()) {
      throw new GgufProblem(Msg.plannerFileCut());
    }
    position += bytes;
  }
}
