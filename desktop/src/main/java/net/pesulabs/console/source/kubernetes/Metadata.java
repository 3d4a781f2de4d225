package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.cluster.Meta;
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
  final List<String> finalizers = new ArrayList<>();
  Meta.@Nullable Owner owner;

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
                Fields.each(value, (key, label) -> labels.put(key.intern(), Fields.shared(label)));
            case "finalizers" ->
                Fields.elements(value, each -> finalizers.add(Fields.shared(each)));
            case "ownerReferences" -> Fields.elements(value, this::readOwner);
            default -> {
              // managedFields and annotations most of all
            }
          }
        });
  }

  private void readOwner(JsonParser in) throws IOException {
    String[] texts = {"", "", ""};
    boolean[] controller = {false};
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "kind" -> texts[0] = Fields.shared(value);
            case "name" -> texts[1] = Fields.shared(value);
            case "uid" -> texts[2] = Fields.shared(value);
            case "controller" -> controller[0] = Fields.isTrue(value);
            default -> {
              // apiVersion and others
            }
          }
        });
    if (controller[0]) {
      owner = new Meta.Owner(texts[0], texts[1], texts[2]);
    }
  }

  Meta toMeta() {
    return new Meta(
        uid,
        namespace,
        name,
        created,
        deleting,
        owner,
        Map.copyOf(labels),
        List.copyOf(finalizers));
  }
}
