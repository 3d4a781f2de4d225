package net.pesulabs.console.source.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One question for a name server, and whether what came back answers it (RFC 1035, section 4.1).
 * What the answer says does not matter: also that there is no such name comes of a server at work.
 *
 * @param id 16 bits that nobody can guess, so that no stranger can answer in its stead (RFC 5452)
 */
record NameQuestion(int id, String name, Type type) {

  /** What is asked for. */
  enum Type {
    ADDRESS(1),
    NAME(12);

    private final byte code;

    Type(int code) {
      this.code = (byte) code;
    }
  }

  private static final int HEADER = 12;
  private static final int RESPONSE = 0x80;
  private static final int OPCODE = 0x78;
  private static final int INTERNET = 1;

  /** The most a label holds. */
  private static final int MOST = 63;

  /**
   * The name of an IPv4 address. Of the home network's own addresses a server answers by itself and
   * asks nobody outside (RFC 6303, section 4.1), so that the answer does not hang on the Internet.
   */
  static NameQuestion nameOf(byte[] address, int id) {
    var name = new StringBuilder();
    for (int i = address.length - 1; i >= 0; i--) {
      name.append(address[i] & 0xff).append('.');
    }
    return new NameQuestion(id, name + "in-addr.arpa", Type.NAME);
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    // Recursion desired: some servers say nothing to who does not ask for it.
    out.writeBytes(new byte[] {(byte) (id >> 8), (byte) id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    out.writeBytes(question());
    return out.toByteArray();
  }

  private byte[] question() {
    var out = new ByteArrayOutputStream();
    for (String label : name.split("\\.", -1)) {
      byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
      if (bytes.length == 0 || bytes.length > MOST) {
        throw new IllegalArgumentException(name);
      }
      out.write(bytes.length);
      out.writeBytes(bytes);
    }
    out.writeBytes(new byte[] {0, 0, type.code, 0, INTERNET});
    return out.toByteArray();
  }

  /**
   * Whether it is an answer to this question: with its id, and the question in it. One that says it
   * had to be cut is an answer too.
   */
  boolean isAnswered(byte[] message, int length) {
    byte[] question = question();
    return length >= HEADER + question.length
        && length <= message.length
        && (message[0] & 0xff) == (id >> 8)
        && (message[1] & 0xff) == (id & 0xff)
        && (message[2] & RESPONSE) != 0
        && (message[2] & OPCODE) == 0
        && message[4] == 0
        && message[5] == 1
        && isSame(Arrays.copyOfRange(message, HEADER, HEADER + question.length), question);
  }

  /** But for upper and lower case, which mean the same in names (RFC 4343). */
  private static boolean isSame(byte[] one, byte[] other) {
    return new String(one, StandardCharsets.ISO_8859_1)
        .equalsIgnoreCase(new String(other, StandardCharsets.ISO_8859_1));
  }
}
