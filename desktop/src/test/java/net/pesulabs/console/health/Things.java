package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Lease;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Namespace;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.homelab.cluster.VolumeClaim;
import net.pesulabs.console.homelab.cluster.Workload;
import org.jspecify.annotations.Nullable;

/** Objects to judge, all in the namespace apps and made when the pods were. */
final class Things {

  private static final Instant CREATED = Pods.CREATED;

  private Things() {}

  static Meta meta(String uid, String name) {
    return Meta.of(uid, "apps", name, CREATED);
  }

  private static Meta owned(String uid, String name, Meta.@Nullable Owner owner) {
    return new Meta(uid, "apps", name, CREATED, null, owner, Map.of(), List.of());
  }

  static Condition condition(String type, String status, String reason, String message) {
    return new Condition(type, status, reason, message, CREATED);
  }

  static Workload deployment(String name, int desired, int available, Condition... conditions) {
    return workload("Deployment", name, desired, available, conditions);
  }

  static Workload workload(
      String kind, String name, int desired, int available, Condition... conditions) {
    return new Workload(
        meta("workload-" + name, name),
        kind,
        desired,
        desired,
        desired,
        available,
        available,
        true,
        false,
        List.of(conditions),
        Map.of("app", name),
        List.of("registry.example/" + name + ":1"));
  }

  static Workload images(String... images) {
    Workload any = deployment("web", 1, 1);
    return new Workload(
        any.meta(),
        any.kind(),
        1,
        1,
        1,
        1,
        1,
        true,
        false,
        List.of(),
        any.selector(),
        List.of(images));
  }

  static Workload paused(Workload any) {
    return new Workload(
        any.meta(),
        any.kind(),
        any.desired(),
        any.pods(),
        any.updated(),
        any.ready(),
        any.available(),
        true,
        true,
        any.conditions(),
        any.selector(),
        any.images());
  }

  static Workload withoutPods(Workload any) {
    return new Workload(
        any.meta(),
        any.kind(),
        any.desired(),
        0,
        0,
        0,
        0,
        true,
        false,
        any.conditions(),
        any.selector(),
        any.images());
  }

  static Job job(String name, @Nullable String plan, Condition... conditions) {
    return new Job(
        owned(
            "job-" + name,
            name,
            plan == null ? null : new Meta.Owner("CronJob", plan, "cron-" + plan)),
        1,
        0,
        0,
        3,
        false,
        CREATED,
        null,
        List.of(conditions));
  }

  static CronJob cronJob(
      String name, boolean suspended, @Nullable Instant ran, @Nullable Instant succeeded) {
    return new CronJob(meta("cron-" + name, name), "0 3 * * *", null, suspended, 0, ran, succeeded);
  }

  static Service service(String name, String type, String clusterIp, Map<String, String> selector) {
    return new Service(
        meta("service-" + name, name),
        type,
        clusterIp,
        selector,
        List.of(new Service.Port("http", "TCP", 80, "8080", null)),
        null);
  }

  static Service service(String name) {
    return service(name, "ClusterIP", "10.43.0.9", Map.of("app", name));
  }

  static EndpointSlice slice(String service, boolean... ready) {
    var endpoints = new java.util.ArrayList<EndpointSlice.Endpoint>();
    for (boolean each : ready) {
      endpoints.add(new EndpointSlice.Endpoint("10.42.0." + endpoints.size(), each, null, null));
    }
    return new EndpointSlice(
        meta("slice-" + service, service + "-x7k2p"), service, List.copyOf(endpoints), List.of());
  }

  static Ingress ingress(String name, Ingress.Rule... rules) {
    return new Ingress(
        meta("ingress-" + name, name), "traefik", List.of(rules), List.of(), List.of());
  }

  static VolumeClaim claim(String name, String phase) {
    return new VolumeClaim(
        meta("claim-" + name, name),
        phase,
        phase.equals("Pending") ? null : "pvc-0b1c",
        "local-path",
        1L << 30,
        null,
        List.of("ReadWriteOnce"),
        List.of());
  }

  static Event event(String kind, String uid, String field, String reason, String message) {
    return new Event(
        Meta.of("event-" + uid + reason, "apps", "e." + uid, CREATED),
        true,
        reason,
        message,
        new Event.About(kind, "apps", "any", uid, field),
        4,
        CREATED,
        CREATED.plusSeconds(60),
        "kubelet");
  }

  static Warnings warned(String container, String reason, String message) {
    String field = container.isEmpty() ? "" : "spec.containers{" + container + "}";
    return Warnings.of(List.of(event("Pod", "uid-1", field, reason, message)));
  }

  static Node node(String name, @Nullable Boolean ready, String... pressures) {
    return node(name, ready, false, null, pressures);
  }

  static Node node(
      String name,
      @Nullable Boolean ready,
      boolean cordoned,
      @Nullable Instant cordonedSince,
      String... pressures) {
    return new Node(
        Rows.meta("node-" + name, "", name, CREATED, null),
        ready,
        ready == null ? "NodeStatusUnknown" : "KubeletReady",
        ready == null ? "Kubelet stopped posting node status." : "kubelet is posting ready status",
        CREATED,
        List.of(pressures),
        cordoned,
        cordonedSince,
        List.of(),
        List.of("192.168.8.20"),
        "v1.33.4+k3s1",
        "Debian GNU/Linux 13 (trixie)",
        "amd64",
        4.0,
        16L << 30);
  }

  static Lease lease(String node, Instant renewed) {
    return new Lease(
        Meta.of("lease-" + node, "kube-node-lease", node, CREATED),
        node,
        renewed,
        Duration.ofSeconds(40));
  }

  static Namespace leaving(@Nullable Instant deleting, Condition... conditions) {
    return new Namespace(
        Rows.meta("ns-old", "", "old", CREATED, deleting), "Terminating", List.of(conditions));
  }
}
