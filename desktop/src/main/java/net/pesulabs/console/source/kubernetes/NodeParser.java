package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.pesulabs.console.homelab.cluster.Node;
import org.jspecify.annotations.Nullable;

/** Reads a node into the row we keep of it. */
final class NodeParser implements Item.Parser<Node> {

  private static final String ROLE = "node-role.kubernetes.io/";

  @Override
  public Item<Node> parse(JsonParser in) throws IOException {
    var facts = new Facts();
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "metadata" -> facts.metadata.read(value);
            case "spec" -> Fields.each(value, facts::readSpec);
            case "status" -> Fields.each(value, facts::readStatus);
            default -> {
              // kind and apiVersion
            }
          }
        });
    return new Item<>(facts.row(), facts.metadata.resourceVersion);
  }

  /** A node while it is read. */
  private static final class Facts {
    final Metadata metadata = new Metadata();
    final List<String> pressures = new ArrayList<>();
    final List<String> internalIps = new ArrayList<>();
    boolean cordoned;
    @Nullable Instant cordonedSince;
    @Nullable Boolean ready;
    @Nullable String reason;
    @Nullable String message;
    @Nullable Instant readySince;
    String kubeletVersion = "";
    String osImage = "";
    String architecture = "";
    @Nullable BigDecimal cpus;
    @Nullable BigDecimal memory;

    void readSpec(String field, JsonParser value) throws IOException {
      switch (field) {
        case "unschedulable" -> cordoned = Fields.isTrue(value);
        case "taints" -> Fields.elements(value, this::readTaint);
        default -> {
          // podCIDR and providerID
        }
      }
    }

    private void readTaint(JsonParser in) throws IOException {
      String[] key = {""};
      Instant[] added = {null};
      Fields.each(
          in,
          (field, value) -> {
            switch (field) {
              case "key" -> key[0] = Fields.textOrEmpty(value);
              case "timeAdded" -> added[0] = Fields.time(value);
              default -> {
                // effect and value
              }
            }
          });
      if (key[0].equals("node.kubernetes.io/unschedulable")) {
        cordonedSince = added[0];
      }
    }

    void readStatus(String field, JsonParser value) throws IOException {
      switch (field) {
        case "conditions" -> Fields.elements(value, this::readCondition);
        case "addresses" -> Fields.elements(value, this::readAddress);
        case "nodeInfo" -> Fields.each(value, this::readInfo);
        case "capacity" -> Fields.each(value, this::readCapacity);
        default -> {
          // images, volumes, allocatable
        }
      }
    }

    private void readCondition(JsonParser in) throws IOException {
      String[] texts = {"", "", null, null};
      Instant[] since = {null};
      Fields.each(
          in,
          (field, value) -> {
            switch (field) {
              case "type" -> texts[0] = Fields.shared(value);
              case "status" -> texts[1] = Fields.textOrEmpty(value);
              case "reason" -> texts[2] = Fields.text(value);
              case "message" -> texts[3] = Fields.text(value);
              case "lastTransitionTime" -> since[0] = Fields.time(value);
              default -> {
                // The heartbeat changes every few minutes and nothing else does: it must not make
                // every node a changed one.
              }
            }
          });
      if (texts[0].equals("Ready")) {
        ready =
            switch (texts[1]) {
              case "True" -> Boolean.TRUE;
              case "False" -> Boolean.FALSE;
              default -> null;
            };
        reason = texts[2];
        message = texts[3];
        readySince = since[0];
      } else if (texts[0].endsWith("Pressure") && texts[1].equals("True")) {
        pressures.add(texts[0]);
      }
    }

    private void readAddress(JsonParser in) throws IOException {
      String[] texts = {"", ""};
      Fields.each(
          in,
          (field, value) -> {
            switch (field) {
              case "type" -> texts[0] = Fields.textOrEmpty(value);
              case "address" -> texts[1] = Fields.textOrEmpty(value);
              default -> {
                // nothing else is known
              }
            }
          });
      if (texts[0].equals("InternalIP")) {
        internalIps.add(texts[1]);
      }
    }

    private void readInfo(String field, JsonParser value) throws IOException {
      switch (field) {
        case "kubeletVersion" -> kubeletVersion = Fields.textOrEmpty(value);
        case "osImage" -> osImage = Fields.textOrEmpty(value);
        case "architecture" -> architecture = Fields.textOrEmpty(value);
        default -> {
          // machine ids, kernel, runtime
        }
      }
    }

    private void readCapacity(String field, JsonParser value) throws IOException {
      switch (field) {
        case "cpu" -> cpus = Fields.amount(value);
        case "memory" -> memory = Fields.amount(value);
        default -> {
          // pods, storage, devices
        }
      }
    }

    /** As {@code kubectl get nodes}: by label, sorted. */
    private List<String> roles() {
      var roles = new TreeSet<String>();
      metadata.labels.forEach((label, value) -> {
        if (label.startsWith(ROLE) && label.length() > ROLE.length()) {
          roles.add(label.substring(ROLE.length()));
        } else if (label.equals("kubernetes.io/role") && !value.isEmpty()) {
          roles.add(value);
        }
      });
      return List.copyOf(roles);
    }

    Node row() {
      return new Node(
          metadata.toMeta(),
          ready,
          reason,
          message,
          readySince,
          List.copyOf(pressures),
          cordoned,
          cordonedSince,
          roles(),
          List.copyOf(internalIps),
          kubeletVersion,
          osImage,
          architecture,
          cpus == null ? null : (Double) cpus.doubleValue(),
          memory == null ? null : (Long) memory.longValue());
    }
  }
}
