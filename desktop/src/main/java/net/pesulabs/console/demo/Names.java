package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;

/** Names, uids and addresses as Kubernetes makes them up; the same ones in each run of the demo. */
final class Names {

  // No vowels and no 0, 1, 3: k8s.io/apimachinery/pkg/util/rand, so that no bad words come out.
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private final Random random;
  private final Map<String, String> revisions = new HashMap<>();
  private int pods = 10;

  Names() {
    this(20);
  }

  /** Names of their own for what another seed made others of. */
  Names(long seed) {
    this.random = new Random(seed);
  }

  String uid() {
    long version4 = (random.nextLong() & ~0xf000L) | 0x4000L; // RFC 9562, section 5.4
    long variant = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(version4, variant).toString();
  }

  /** What tells pods of one owner apart. */
  String suffix() {
    var text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  String containerId() {
    return "containerd://" + hex(64);
  }

  String hex(int digits) {
    var text = new StringBuilder();
    while (text.length() < digits) {
      text.append(Integer.toHexString(random.nextInt(16)));
    }
    return text.toString();
  }

  /** The next pod address of a node, which has a network 10.42.N.0/24 as in K3s. */
  String podIp(String node) {
    pods = pods >= 250 ? 10 : pods + 1;
    return "10.42." + (node.equals(Nodes.ASUNA) ? 0 : 1) + "." + pods;
  }

  /** The hash of a workload's pod template, worked out once for each generation of it. */
  String revision(ObjectNode workload) {
    JsonNode metadata = workload.path("metadata");
    String generation = metadata.path("uid").asText() + "/" + metadata.path("generation").asText();
    return revisions.computeIfAbsent(generation, key -> hash(workload.at("/spec/template")));
  }

  private static String hash(JsonNode template) {
    var crc = new CRC32();
    crc.update(template.toString().getBytes(StandardCharsets.UTF_8));
    var text = new StringBuilder();
    for (char digit : Long.toString(crc.getValue()).toCharArray()) {
      text.append(LETTERS.charAt((digit - '0') * 2));
    }
    return text.toString();
  }
}
