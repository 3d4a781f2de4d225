package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The two machines of the pretend cluster as Node objects, and their heartbeats. */
final class Nodes {

  static final String ASUNA = "asuna";
  static final String PESUBUNTU = "pesubuntu";

  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private final ObjectStore store;
  private final Ailments ailments;
  private final Leases leases;
  private final NodeLifecycle lifecycle;

  Nodes(ObjectStore store, Happenings happenings, Ailments ailments) {
    this.store = store;
    this.ailments = ailments;
    this.leases = new Leases(store);
    this.lifecycle = new NodeLifecycle(store, happenings);
  }

  static String ip(String node) {
    return node.equals(ASUNA) ? "192.168.8.20" : "192.168.8.129";
  }

  /** Heartbeats and leases of the nodes that live, and what is done about the others. */
  void tick(Instant now) {
    for (ObjectNode node : store.all(Resource.NODES)) {
      String name = Meta.name(node);
      if (ailments.isSilent(name)) {
        lifecycle.miss(node, leases.renewed(name), now);
        continue;
      }
      leases.renew(name, now);
      lifecycle.find(node, now);
      Instant last = Json.timeAt(node, "/status/conditions/0/lastHeartbeatTime");
      if (!now.isBefore(last.plus(HEARTBEAT))) {
        store.update(
            ObjectStore.Key.of(Resource.NODES, node),
            copy -> {
              copy.at("/status/conditions")
                  .forEach(c -> ((ObjectNode) c).put("lastHeartbeatTime", Json.time(now)));
              return copy;
            });
      }
    }
  }

  static ObjectNode asuna(Names names, Instant created, Instant now) {
    ObjectNode labels = labels(ASUNA);
    for (String role : List.of("control-plane", "master")) {
      labels.put("node-role.kubernetes.io/" + role, "true");
    }
    ObjectNode capacity = capacity("4", "479079112Ki", "16251564Ki", false);
    return node(
        names,
        ASUNA,
        labels,
        capacity,
        "10.42.0.0/24",
        "Debian GNU/Linux 13 (trixie)",
        "6.12.48+deb13-amd64",
        created,
        now);
  }

  static ObjectNode pesubuntu(Names names, Instant created, Instant now) {
    ObjectNode labels = labels(PESUBUNTU);
    labels.put("amd.com/gpu.family", "NV").put("amd.com/gpu.vram", "16G");
    labels.put("amd.com/gpu.product-name", "AMD_Radeon_RX_7800_XT");
    ObjectNode capacity = capacity("12", "959122528Ki", "32768000Ki", true);
    return node(
        names,
        PESUBUNTU,
        labels,
        capacity,
        "10.42.1.0/24",
        "Ubuntu 25.10",
        "6.17.0-6-generic",
        created,
        now);
  }

  private static ObjectNode node(
      Names names,
      String name,
      ObjectNode labels,
      ObjectNode capacity,
      String podCidr,
      String osImage,
      String kernel,
      Instant created,
      Instant now) {
    ArrayNode addresses =
        Json.array(
            Json.object("type", "InternalIP", "address", ip(name)),
            Json.object("type", "Hostname", "address", name));
    ObjectNode info =
        Json.object()
            .with("machineID", names.hex(32))
            .with("systemUUID", names.uid())
            .with("bootID", names.uid())
            .with("kernelVersion", kernel)
            .with("osImage", osImage)
            .with("containerRuntimeVersion", "containerd://2.1.4-k3s1")
            .with("kubeletVersion", Discovery.VERSION)
            .with("kubeProxyVersion", "")
            .with("operatingSystem", "linux")
            .with("architecture", "amd64")
            .with("swap", Json.object("capacity", name.equals(PESUBUNTU) ? 8589930496L : 0));
    ObjectNode node =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    .with("uid", names.uid())
                    .with("creationTimestamp", created)
                    .with("labels", labels)
                    .with("annotations", annotations(name))
                    .with("finalizers", List.of("wrangler.cattle.io/node")))
            .with(
                "spec",
                Json.object()
                    .with("podCIDR", podCidr)
                    .with("podCIDRs", List.of(podCidr))
                    .with("providerID", "k3s://" + name))
            .with(
                "status",
                Json.object()
                    .with("capacity", capacity)
                    .with("allocatable", capacity.deepCopy())
                    .with("conditions", NodeConditions.good(created, now))
                    .with("addresses", addresses)
                    .with(
                        "daemonEndpoints",
                        Json.object("kubeletEndpoint", Json.object("Port", 10250)))
                    .with("nodeInfo", info)
                    .with("images", images()));
    ManagedFields.addUsual(node, Resource.NODES, now);
    return node;
  }

  private static ObjectNode labels(String name) {
    return Json.object()
        .with("beta.kubernetes.io/arch", "amd64")
        .with("beta.kubernetes.io/instance-type", "k3s")
        .with("beta.kubernetes.io/os", "linux")
        .with("kubernetes.io/arch", "amd64")
        .with("kubernetes.io/hostname", name)
        .with("kubernetes.io/os", "linux")
        .with("node.kubernetes.io/instance-type", "k3s");
  }

  private static ObjectNode annotations(String name) {
    return Json.object()
        .with("alpha.kubernetes.io/provided-node-ip", ip(name))
        .with("flannel.alpha.coreos.com/backend-type", "vxlan")
        .with("flannel.alpha.coreos.com/kube-subnet-manager", "true")
        .with("flannel.alpha.coreos.com/public-ip", ip(name))
        .with("k3s.io/hostname", name)
        .with("k3s.io/internal-ip", ip(name))
        .with("node.alpha.kubernetes.io/ttl", "0")
        .with("volumes.kubernetes.io/controller-managed-attach-detach", "true");
  }

  private static ObjectNode capacity(String cpu, String disk, String memory, boolean gpu) {
    return Json.object()
        .with("amd.com/gpu", gpu ? "1" : null)
        .with("cpu", cpu)
        .with("ephemeral-storage", disk)
        .with("hugepages-1Gi", "0")
        .with("hugepages-2Mi", "0")
        .with("memory", memory)
        .with("pods", "110");
  }

  private static ArrayNode images() {
    return Json.array(
        Json.object()
            .with("names", List.of("docker.io/rancher/mirrored-pause:3.6"))
            .with("sizeBytes", 301463),
        Json.object()
            .with("names", List.of("docker.io/rancher/klipper-lb:v0.4.13"))
            .with("sizeBytes", 5145463));
  }
}
