package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reviews that kubectl sends, which it writes as Protobuf: after four bytes an envelope
 * whose second field is the object. The numbers of the fields are those of
 * k8s.io/api/authorization/v1/generated.proto.
 */
final class Protobuf {

  static final String TYPE = "application/vnd.kubernetes.protobuf";

  private static final int MAGIC = 0x6b387300; // k8s\0
  private static final int BYTES = 2; // the wire type of strings and messages
  private static final int SPEC = 2;
  private static final List<String> ATTRIBUTES =
      List.of("namespace", "verb", "group", "version", "resource", "subresource", "name");

  private Protobuf() {}

  /** The {@code spec} of a SelfSubjectRulesReview, as an object with nothing else in it. */
  static ObjectNode rulesReview(byte[] body) throws ApiFailure {
    Map<Integer, ByteBuffer> spec = fields(fields(object(body)).get(SPEC));
    return Json.object("spec", Json.object("namespace", text(spec.get(1))));
  }

  /** The {@code spec} of a SelfSubjectAccessReview about a kind of object. */
  static ObjectNode accessReview(byte[] body) throws ApiFailure {
    Map<Integer, ByteBuffer> spec = fields(fields(object(body)).get(SPEC));
    Map<Integer, ByteBuffer> asked = fields(spec.get(1));
    Obj attributes = Json.object();
    for (int i = 0; i < ATTRIBUTES.size(); i++) {
      String value = text(asked.get(i + 1));
      attributes.with(ATTRIBUTES.get(i), value.isEmpty() ? null : value);
    }
    return Json.object("spec", Json.object("resourceAttributes", attributes));
  }

  private static ByteBuffer object(byte[] body) throws ApiFailure {
    if (body.length < 4 || ByteBuffer.wrap(body).getInt() != MAGIC) {
      throw ApiFailure.badRequest("provided data does not appear to be a protobuf message");
    }
    ByteBuffer raw = fields(ByteBuffer.wrap(body, 4, body.length - 4)).get(2);
    return raw == null ? ByteBuffer.allocate(0) : raw;
  }

  /** The strings and messages of a message by their numbers; numbers among them are passed over. */
  private static Map<Integer, ByteBuffer> fields(@Nullable ByteBuffer in) throws ApiFailure {
    Map<Integer, ByteBuffer> fields = new HashMap<>();
    while (in != null && in.hasRemaining()) {
      int tag = varint(in);
      int value = varint(in);
      if ((tag & 7) == BYTES) {
        if (value < 0 || value > in.remaining()) {
          throw ApiFailure.badRequest("unexpected EOF");
        }
        fields.put(tag >>> 3, in.slice(in.position(), value));
        in.position(in.position() + value);
      } else if ((tag & 7) != 0) {
        throw ApiFailure.badRequest("proto: illegal wireType " + (tag & 7));
      }
    }
    return fields;
  }

  private static int varint(ByteBuffer in) throws ApiFailure {
    int value = 0;
    for (int shift = 0; in.hasRemaining() && shift < 32; shift += 7) {
      int part = in.get();
      value |= (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw ApiFailure.badRequest("unexpected EOF");
  }

  private static String text(@Nullable ByteBuffer bytes) {
    return bytes == null ? "" : StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
