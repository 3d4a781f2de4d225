package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object's metadata while it is read. Lives as long as the parsing of one object. */
final class Metadata {

  String uid = "";
  String name = "";
  String namespace = "";
  String resourceVersion = "";
  @Nullable Instant created;
  @Nullable Instant deleting;
  final Map<String, String> labels = new HashMap<>();

  /** The owner that manages it: {@code controller: true}; empty where nobody does. */
  String ownerKind = "";

  String ownerName = "";

  void read(JsonParser in) throws IOException {
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "uid" -> uid = Fields.textOrEmpty(value);
            case "name" -> name = Fields.textOrEmpty(value);
            case "namespace" -> namespace = Fields.shared(value);
            case "resourceVersion" -> resourceVersion = Fields.textOrEmpty(value);
            case "creationTimestamp" -> created = Fields.time(value);
            case "deletionTimestamp" -> deleting = Fields.time(value);
            case "labels" ->
                Fields.each(value, (key, label) -> labels.put(key, Fields.textOrEmpty(label)));
            case "ownerReferences" -> Fields.elements(value, this::readOwner);
            default -> {
              // managedFields and annotations most of all
            }
          }
        });
  }

  private void readOwner(JsonParser in) throws IOException {
    String[] owner = {"", ""};
    boolean[] controller = {false};
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "kind" -> owner[0] = Fields.shared(value);
            case "name" -> owner[1] = Fields.shared(value);
            case "controller" -> controller[0] = Fields.isTrue(value);
            default -> {
              // apiVersion and uid
            }
          }
        });
    if (controller[0]) {
      ownerKind = owner[0];
      ownerName = owner[1];
    }
  }
}
