package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The status of a pod of the crowd in each state, with the holes of {@link CrowdHole}. */
final class CrowdStatus {

  private static final String IMAGE = "registry.pesulabs.net/@namespace@/@app@:2.14.3";
  private static final String PROXY = "quay.io/brancz/kube-rbac-proxy:v0.19.1";
  private static final String DIGEST =
      "@sha256:8b3fd6c2e0d1a4f59bc7e6a2d9015c4e7f8ab3d2c1e0f9a8b7c6d5e4f3a2b1c0";

  private CrowdStatus() {}

  static ObjectNode of(CrowdState state) {
    ObjectNode status =
        Json.object().with("phase", state.phase()).with("conditions", conditions(state));
    if (state != CrowdState.PENDING) {
      status.put("hostIP", "@hostip@").set("hostIPs", ips("@hostip@"));
      status.put("podIP", "@podip@").set("podIPs", ips("@podip@"));
      status.put("startTime", "@created@");
      status.set(
          "containerStatuses", Json.array(container(state), proxy(state != CrowdState.DONE)));
    }
    return status.put("qosClass", "Burstable");
  }

  private static ArrayNode ips(String ip) {
    return Json.array(Json.object("ip", ip));
  }

  private static ArrayNode conditions(CrowdState state) {
    if (state == CrowdState.PENDING) {
      return Json.array(
          condition(
              "PodScheduled",
              false,
              "Unschedulable",
              "0/42 nodes are available: 42 Insufficient memory. preemption: 0/42 nodes are"
                  + " available: 42 No preemption victims found for incoming pod.",
              "@created@"));
    }
    boolean ready = state == CrowdState.READY;
    boolean done = state == CrowdState.DONE;
    String reason = ready ? null : done ? "PodCompleted" : "ContainersNotReady";
    String message = ready || done ? null : "containers with unready status: [app]";
    return Json.array(
        condition("PodReadyToStartContainers", !done, null, null, "@created@"),
        condition("Initialized", true, done ? reason : null, null, "@created@"),
        condition("Ready", ready, reason, message, "@since@"),
        condition("ContainersReady", ready, reason, message, "@since@"),
        condition("PodScheduled", true, null, null, "@created@"));
  }

  private static ObjectNode condition(
      String type, boolean holds, @Nullable String reason, @Nullable String message, String since) {
    return Json.object()
        .with("type", type)
        .with("status", holds ? "True" : "False")
        .with("lastProbeTime", NullNode.instance)
        .with("lastTransitionTime", since)
        .with("reason", reason)
        .with("message", message);
  }

  private static ObjectNode container(CrowdState state) {
    return status("app", IMAGE, main(state), last(state), state == CrowdState.READY, state.runs())
        .with("restartCount", "@#restarts@")
        .with("containerID", state == CrowdState.NO_IMAGE ? null : "containerd://@container@");
  }

  private static ObjectNode main(CrowdState state) {
    return switch (state) {
      case READY, NOT_READY -> Json.object("running", Json.object("startedAt", "@since@"));
      case CRASHING ->
          waiting(
              "CrashLoopBackOff",
              "back-off 5m0s restarting failed container=app pod=@name@_@namespace@(@uid@)");
      case NO_IMAGE -> waiting("ImagePullBackOff", "Back-off pulling image \"" + IMAGE + "\"");
      case DONE -> Json.object("terminated", ended(0, "Completed"));
      case PENDING -> throw new IllegalArgumentException("has no containers yet");
    };
  }

  private static ObjectNode last(CrowdState state) {
    return state == CrowdState.CRASHING
        ? Json.object("terminated", ended(1, "Error"))
        : Json.object();
  }

  private static ObjectNode waiting(String reason, String message) {
    return Json.object("waiting", Json.object("reason", reason, "message", message));
  }

  private static ObjectNode ended(int exitCode, String reason) {
    return Json.object()
        .with("exitCode", exitCode)
        .with("reason", reason)
        .with("startedAt", "@ended@")
        .with("finishedAt", "@since@")
        .with("containerID", "containerd://@container@");
  }

  private static ObjectNode proxy(boolean runs) {
    ObjectNode state =
        runs
            ? Json.object("running", Json.object("startedAt", "@created@"))
            : Json.object("terminated", ended(0, "Completed"));
    return status("metrics-proxy", PROXY, state, Json.object(), runs, runs)
        .with("restartCount", 0)
        .with("containerID", "containerd://@container@");
  }

  private static Obj status(
      String name,
      String image,
      ObjectNode state,
      ObjectNode last,
      boolean ready,
      boolean started) {
    return Json.object()
        .with("name", name)
        .with("state", state)
        .with("lastState", last)
        .with("ready", ready)
        .with("image", image)
        .with("imageID", image + DIGEST)
        .with("started", started);
  }
}
