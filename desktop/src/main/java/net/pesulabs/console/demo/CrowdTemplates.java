package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of the crowd's pods, one template a state, with holes for what is each pod's own: so
 * twenty thousand take no more memory than their names, and are written as fast as bytes are
 * copied. Their shape is that of a Deployment's pods with a sidecar, applied by Helm.
 */
final class CrowdTemplates {

  private static final String MADE = "2026-02-11T08:21:40Z"; // in managedFields, which no one reads

  private static final Map<CrowdState, Template> ITEM = all(pod -> pod);
  private static final Map<CrowdState, Template> NAMED = all(pod -> View.named(Resource.PODS, pod));
  private static final Map<CrowdState, Template> METADATA =
      all(pod ->
          Json.object()
              .with("kind", "PartialObjectMetadata")
              .with("apiVersion", "meta.k8s.io/v1")
              .with("metadata", pod.path("metadata")));

  private CrowdTemplates() {}

  /** As an entry of a list. */
  static byte[] item(CrowdPod pod) {
    return template(ITEM, pod).fill(pod);
  }

  /** With its kind in front. */
  static byte[] named(CrowdPod pod) {
    return template(NAMED, pod).fill(pod);
  }

  static byte[] metadata(CrowdPod pod) {
    return template(METADATA, pod).fill(pod);
  }

  /** A row of kubectl's table. */
  static byte[] row(CrowdPod pod, Instant now) {
    ArrayNode cells =
        Json.array(
            pod.name(),
            pod.state().readyContainers() + "/2",
            pod.state().word(),
            pod.restarts() == 0
                ? "0"
                : pod.restarts() + " (" + Tables.age(pod.since(), now) + " ago)",
            Tables.age(pod.created(), now),
            pod.node().isEmpty() ? "<none>" : CrowdHole.PODIP.text(pod),
            pod.node().isEmpty() ? "<none>" : pod.node());
    byte[] head = Json.bytes(Json.object("cells", cells, "object", Json.object()));
    byte[] metadata = metadata(pod);
    int cut = head.length - 3; // before {}} that ends the row
    byte[] row = Arrays.copyOf(head, cut + metadata.length + 1);
    System.arraycopy(metadata, 0, row, cut, metadata.length);
    row[row.length - 1] = '}';
    return row;
  }

  private static Template template(Map<CrowdState, Template> all, CrowdPod pod) {
    Template template = all.get(pod.state());
    if (template == null) {
      throw new IllegalStateException("no template: " + pod.state());
    }
    return template;
  }

  private static Map<CrowdState, Template> all(Function<ObjectNode, ObjectNode> part) {
    var templates = new EnumMap<CrowdState, Template>(CrowdState.class);
    for (CrowdState state : CrowdState.values()) {
      templates.put(state, Template.of(part.apply(pod(state)).toString()));
    }
    return templates;
  }

  private static ObjectNode pod(CrowdState state) {
    try {
      var pod = (ObjectNode) Json.MAPPER.readTree(Json.resource("crowd_pod.json"));
      if (state == CrowdState.PENDING) {
        pod.withObject("/spec").remove("nodeName");
      }
      if (state == CrowdState.DONE) {
        ((ObjectNode) pod.at("/metadata/ownerReferences/0"))
            .put("apiVersion", "batch/v1")
            .put("kind", "Job");
        pod.withObject("/spec").put("restartPolicy", "Never");
      }
      ObjectNode made = pod.deepCopy();
      made.withObject("/spec").remove("nodeName");
      ObjectNode status = CrowdStatus.of(state);
      Instant at = Instant.parse(MADE);
      pod.withObject("/metadata")
          .set(
              "managedFields",
              Json.array(
                  ManagedFields.entry("kube-controller-manager", "Update", "v1", at, made),
                  ManagedFields.entry("kubelet", "Update", "v1", at, Json.object("status", status))
                      .put("subresource", "status")));
      pod.set("status", status);
      return pod;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text with holes: a piece, a hole, a piece… and a last piece. */
  private record Template(byte[][] pieces, CrowdHole[] holes) {

    static Template of(String text) {
      var pieces = new ArrayList<byte[]>();
      var holes = new ArrayList<CrowdHole>();
      int from = 0;
      var matcher = CrowdHole.PATTERN.matcher(text);
      while (matcher.find()) {
        @Nullable String word = matcher.group(1);
        String bare = matcher.group(2); // a number: its quotes belong to the hole
        holes.add(CrowdHole.named(word == null ? bare : word));
        pieces.add(CrowdHole.bytes(text.substring(from, matcher.start())));
        from = matcher.end();
      }
      pieces.add(CrowdHole.bytes(text.substring(from)));
      return new Template(pieces.toArray(byte[][]::new), holes.toArray(CrowdHole[]::new));
    }

    byte[] fill(CrowdPod pod) {
      var own = new byte[CrowdHole.values().length][];
      int length = pieces[holes.length].length;
      for (int i = 0; i < holes.length; i++) {
        int hole = holes[i].ordinal();
        if (own[hole] == null) {
          own[hole] = CrowdHole.bytes(holes[i].text(pod));
        }
        length += pieces[i].length + own[hole].length;
      }
      var all = new byte[length];
      int at = 0;
      for (int i = 0; i <= holes.length; i++) {
        System.arraycopy(pieces[i], 0, all, at, pieces[i].length);
        at += pieces[i].length;
        if (i < holes.length) {
          byte[] text = own[holes[i].ordinal()];
          System.arraycopy(text, 0, all, at, text.length);
          at += text.length;
        }
      }
      return all;
    }
  }
}
