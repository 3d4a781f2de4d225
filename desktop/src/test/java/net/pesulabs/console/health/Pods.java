package net.pesulabs.console.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import org.jspecify.annotations.Nullable;

/** Pods to judge: a healthy one, and what is changed about it. */
final class Pods {

  static final Instant CREATED = Instant.parse("2026-11-23T11:00:00Z");

  private String uid = "uid-1";
  private String name = "web-0";
  private WorkloadName workload = new WorkloadName("StatefulSet", "web");
  private @Nullable String node = "asuna";
  private String phase = "Running";
  private @Nullable String status;
  private boolean ready = true;
  private @Nullable String reason;
  private @Nullable String message;
  private @Nullable String unscheduled;
  private @Nullable Instant deleting;
  private Instant created = CREATED;
  private @Nullable Instant lastRestart;
  private Meta.@Nullable Owner owner;
  private Map<String, String> labels = Map.of("app", "web");
  private List<String> finalizers = List.of();
  private List<String> claims = List.of();
  private final List<Pod.Container> containers = new ArrayList<>();

  static Pods pod() {
    return new Pods();
  }

  /** A pod of a Deployment, with a uid of its own. */
  static Pods pod(String workload, String name) {
    var pods = new Pods();
    pods.uid = "pod-" + name;
    pods.name = name;
    pods.workload = new WorkloadName("Deployment", workload);
    pods.labels = Map.of("app", workload);
    return pods;
  }

  Pods of(String kind, String workload) {
    this.workload = new WorkloadName(kind, workload);
    return this;
  }

  Pods owner(String kind, String uid) {
    owner = new Meta.Owner(kind, uid, uid);
    return this;
  }

  Pods node(@Nullable String value) {
    node = value;
    return this;
  }

  Pods phase(String value) {
    phase = value;
    ready = value.equals("Running") && ready;
    return this;
  }

  Pods status(String value) {
    status = value;
    return this;
  }

  Pods notReady() {
    ready = false;
    return this;
  }

  Pods reason(String value) {
    reason = value;
    return this;
  }

  Pods message(String value) {
    message = value;
    return this;
  }

  Pods unscheduled(String value) {
    unscheduled = value;
    node = null;
    return phase("Pending");
  }

  Pods deleting(Instant value) {
    deleting = value;
    return this;
  }

  Pods finalizers(String... values) {
    finalizers = List.of(values);
    return this;
  }

  Pods claims(String... names) {
    claims = List.of(names);
    return this;
  }

  Pods created(Instant value) {
    created = value;
    return this;
  }

  Pods lastRestart(Instant value) {
    lastRestart = value;
    return this;
  }

  Pods with(Containers container) {
    Pod.Container built = container.build();
    containers.add(built);
    ready = ready && (built.ready() || built.init());
    return this;
  }

  Pods waiting(String why, int restarts, @Nullable String lastReason, @Nullable Integer lastExit) {
    return with(
        Containers.container("web")
            .waiting(why, "back-off")
            .restarts(restarts)
            .last(lastReason, lastExit));
  }

  Pods runningAgain(int restarts, Instant ended) {
    lastRestart = ended;
    return with(Containers.container("web").ready().restarts(restarts).last("Error", 1));
  }

  Pods terminated(String why, int exit, int restarts) {
    return with(Containers.container("web").terminated(why, exit).restarts(restarts));
  }

  Pod build() {
    return new Pod(
        new Meta(uid, "apps", name, created, deleting, owner, labels, finalizers),
        status == null ? phase : status,
        phase,
        node,
        "10.42.0.7",
        false,
        workload,
        ready ? 1 : 0,
        1,
        0,
        lastRestart,
        reason,
        message,
        unscheduled,
        ready,
        node == null ? null : created,
        List.copyOf(containers),
        claims);
  }
}
