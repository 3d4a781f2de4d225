package net.pesulabs.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.MemoryHistory;
import net.pesulabs.console.homelab.history.Told;
import org.jspecify.annotations.Nullable;

/** A house as it could be on an ordinary evening, for tests of pages. */
public final class SampleHouse {

  public static final Instant NOW = Instant.parse("2026-11-23T20:15:40Z");

  public static final Origin GPU_ORIGIN =
      new Origin(Source.GPU, Route.TAILNET, "http://100.86.122.109:9100/metrics");
  public static final Origin MODEL_ORIGIN =
      new Origin(Source.MODEL, Route.TAILNET, "http://100.86.122.109:8080");
  public static final Origin CLUSTER_ORIGIN =
      new Origin(Source.CLUSTER, Route.TAILNET, "https://100.81.76.55:6443");

  private SampleHouse() {}

  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /** Cluster, GPU and model server live, ten minutes of history with a silence in it. */
  public static LiveHomelab live() {
    var homelab = new LiveHomelab();
    var history = new MemoryHistory(Duration.ofHours(1));
    fill(history);
    homelab.history().set(history);
    homelab
        .gpu()
        .set(new Reading.Live<>(new GpuNode("pesubuntu", List.of(working(600))), GPU_ORIGIN, NOW));
    homelab.model().set(new Reading.Live<>(model(), MODEL_ORIGIN, NOW));
    homelab.pods().replaceAll(pods());
    homelab
        .cluster()
        .set(new Reading.Live<>(new Cluster("v1.33.4+k3s1", true), CLUSTER_ORIGIN, NOW));
    return homelab;
  }

  /** A sample a second, but for a silence of 80 seconds. */
  public static void fill(History history) {
    for (int second = 0; second <= 600; second++) {
      if (second < 230 || second > 310) {
        Instant at = NOW.minusSeconds(600 - second);
        Told.of(new GpuNode("pesubuntu", List.of(working(second))))
            .forEach((series, value) -> {
              if (value != null) {
                history.append(series, at, value);
              }
            });
      }
    }
  }

  /** The card in the given second of an evening in which somebody asks the model now and then. */
  public static Card working(int second) {
    boolean asked = second % 170 > 60 && second % 170 < 150;
    double wave = Math.sin(second / 7.0) + Math.sin(second / 2.3) / 2;
    double busy = asked ? 93 + 4 * wave : Math.max(0, 3 + 2 * wave);
    double warm = asked ? 64 + 12 * Math.min(1, (second % 170 - 60) / 40.0) : 58;
    return new Card(
        "card1",
        null,
        asked ? GpuNode.CardState.BUSY : GpuNode.CardState.IDLE,
        Math.min(100, busy),
        new Card.Vram(
            (long) ((second < 200 ? 9.1 : 12.4 + wave * 0.1) * 1024 * 1024 * 1024),
            17_163_091_968L),
        new Card.Gtt(312L * 1024 * 1024, 16L * 1024 * 1024 * 1024, 0),
        new Card.Heat(warm - 14 + wave, null),
        new Card.Heat(warm + 2 * wave, 110.0),
        new Card.Heat(warm - 4 + wave / 2, null),
        new Card.Power(asked ? 196 + 12 * wave : 34 + 2 * wave, 236.0),
        new Card.Fan(asked ? 1420.0 : 720.0, 3300.0),
        new Card.Clocks(asked ? 2124.0 : 310.0, asked ? 1218.0 : 456.0),
        null);
  }

  public static Card asleep() {
    return new Card(
        "card1",
        null,
        GpuNode.CardState.ASLEEP,
        null,
        new Card.Vram(27L * 1024 * 1024, 17_163_091_968L),
        new Card.Gtt(14L * 1024 * 1024, 16L * 1024 * 1024 * 1024, 0),
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        null);
  }

  /** A second, smaller card that tells little of itself. */
  public static Card second() {
    return new Card(
        "card2",
        null,
        GpuNode.CardState.IDLE,
        1.0,
        new Card.Vram(20L * 1024 * 1024, 4L * 1024 * 1024 * 1024),
        null,
        new Card.Heat(38.0, null),
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        null);
  }

  public static ModelServer model() {
    return Rows.server(ModelServer.State.READY)
        .name("Qwen3-14B-Instruct-Q4_K_M")
        .context(32768, 4)
        .work(1, 0)
        .speed(41.7)
        .build();
  }

  public static List<Pod> pods() {
    var pods = new ArrayList<Pod>();
    String[][] fine = {
      {"kube-system", "coredns-7b98449c4-hx9vq", "Deployment", "coredns", "asuna"},
      {"kube-system", "traefik-5d45fc8cc9-mq2ts", "Deployment", "traefik", "asuna"},
      {"kube-system", "metrics-server-6f4c6675d5-8krtw", "Deployment", "metrics-server", "asuna"},
      {"kube-system", "local-path-provisioner-774c-zz7pd", "Deployment", "local-path", "asuna"},
      {"kube-system", "svclb-traefik-0a7f2b81-4nq7k", "DaemonSet", "svclb-traefik", "asuna"},
      {"kube-system", "svclb-traefik-0a7f2b81-wm2xj", "DaemonSet", "svclb-traefik", "pesubuntu"},
      {
        "kube-system", "sealed-secrets-controller-6c9d-tk5", "Deployment", "sealed-secrets", "asuna"
      },
      {
        "flux-system", "source-controller-5d9c7b6f8-7xk", "Deployment", "source-controller", "asuna"
      },
      {
        "flux-system", "kustomize-controller-6f8-2dk", "Deployment", "kustomize-controller", "asuna"
      },
      {"apps", "postgres-0", "StatefulSet", "postgres", "asuna"},
      {"apps", "redis-0", "StatefulSet", "redis", "asuna"},
      {"apps", "qdrant-0", "StatefulSet", "qdrant", "asuna"},
      {"apps", "mem0-6b7c9d8f5-p4w2z", "Deployment", "mem0", "asuna"},
      {"apps", "authentik-server-7f6d5c4b8-l9k2m", "Deployment", "authentik-server", "asuna"},
      {"apps", "authentik-worker-5c8d7f9b6-x3v1n", "Deployment", "authentik-worker", "asuna"},
      {"apps", "homepage-6d4b5f7c9-q8r7t", "Deployment", "homepage", "asuna"},
      {"apps", "vaultwarden-0", "StatefulSet", "vaultwarden", "asuna"},
      {"ai", "open-webui-0", "StatefulSet", "open-webui", "pesubuntu"},
      {"ai", "agentstack-server-7d9f8c6b5-v2c4x", "Deployment", "agentstack-server", "pesubuntu"},
      {"ai", "agentstack-ui-5b6c7d8f9-n1m3k", "Deployment", "agentstack-ui", "pesubuntu"},
      {"ai", "embedding-6f7d8c9b5-h4j5k", "Deployment", "embedding", "pesubuntu"},
    };
    for (int i = 0; i < fine.length; i++) {
      String[] f = fine[i];
      pods.add(
          running(f[0], f[1], f[2], f[3], f[4], Duration.ofHours(9 + i * 37L), i % 9 == 4 ? 3 : 0));
    }
    pods.add(crashing());
    pods.add(cannotPull());
    pods.add(unschedulable());
    pods.add(done());
    pods.add(leaving());
    pods.add(starting());
    pods.add(notReady());
    return pods;
  }

  public static Pod running(
      String namespace,
      String name,
      String kind,
      String workload,
      String node,
      Duration age,
      int restarts) {
    return pod(
        namespace,
        name,
        "Running",
        "Running",
        node,
        new WorkloadName(kind, workload),
        age,
        restarts,
        restarts == 0 ? null : NOW.minus(Duration.ofHours(31)),
        true,
        container(workload, "running", null, null, null, null, null, true, restarts));
  }

  public static Pod crashing() {
    return pod(
        "apps",
        "n8n-6c5d7f8b9-tq4zx",
        "CrashLoopBackOff",
        "Running",
        "asuna",
        new WorkloadName("Deployment", "n8n"),
        Duration.ofMinutes(74),
        17,
        NOW.minusSeconds(192),
        false,
        container(
            "n8n",
            "waiting",
            "CrashLoopBackOff",
            "back-off 5m0s restarting failed container=n8n pod=n8n-6c5d7f8b9-tq4zx_apps",
            null,
            "Error",
            1,
            false,
            17));
  }

  private static Pod cannotPull() {
    return pod(
        "ai",
        "comfyui-7f6b5d4c8-k2l9p",
        "ImagePullBackOff",
        "Pending",
        "pesubuntu",
        new WorkloadName("Deployment", "comfyui"),
        Duration.ofMinutes(26),
        0,
        null,
        false,
        container(
            "comfyui",
            "waiting",
            "ImagePullBackOff",
            "Back-off pulling image \"ghcr.io/family/comfyui:rocm-7.3\": not found",
            null,
            null,
            null,
            false,
            0));
  }

  private static Pod unschedulable() {
    Pod pod =
        pod(
            "ai",
            "whisper-5d6f7c8b9-z8x7c",
            "Pending",
            "Pending",
            null,
            new WorkloadName("Deployment", "whisper"),
            Duration.ofMinutes(6),
            0,
            null,
            false,
            container("whisper", "none", null, null, null, null, null, false, 0));
    return Rows.pod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        pod.status(),
        pod.phase(),
        null,
        null,
        false,
        pod.workload(),
        0,
        1,
        0,
        null,
        null,
        null,
        "0/2 nodes are available: 2 Insufficient memory.",
        false,
        pod.created(),
        null,
        null,
        pod.containers());
  }

  private static Pod done() {
    return pod(
        "apps",
        "postgres-backup-29401620-4xk2p",
        "Completed",
        "Succeeded",
        "asuna",
        new WorkloadName("Job", "postgres-backup-29401620"),
        Duration.ofHours(17),
        0,
        null,
        false,
        container("backup", "terminated", "Completed", null, 0, null, null, false, 0));
  }

  private static Pod leaving() {
    Pod pod =
        running(
            "ai",
            "open-webui-old-0",
            "StatefulSet",
            "open-webui-old",
            "pesubuntu",
            Duration.ofDays(12),
            0);
    return Rows.pod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        "Terminating",
        "Running",
        pod.node(),
        pod.ip(),
        false,
        pod.workload(),
        1,
        1,
        0,
        null,
        null,
        null,
        null,
        true,
        pod.created(),
        pod.started(),
        NOW.minusSeconds(20),
        pod.containers());
  }

  private static Pod starting() {
    return pod(
        "ai",
        "embedding-7c8d9f6b5-w5q6r",
        "ContainerCreating",
        "Pending",
        "pesubuntu",
        new WorkloadName("Deployment", "embedding"),
        Duration.ofSeconds(41),
        0,
        null,
        false,
        container("embedding", "waiting", "ContainerCreating", null, null, null, null, false, 0));
  }

  private static Pod notReady() {
    return pod(
        "apps",
        "immich-server-6b8d7f9c5-j7h6g",
        "Running",
        "Running",
        "asuna",
        new WorkloadName("Deployment", "immich-server"),
        Duration.ofHours(3),
        0,
        null,
        false,
        container("immich", "running", null, null, null, null, null, false, 0));
  }

  public static Pod.Container container(
      String name,
      String state,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Integer exitCode,
      @Nullable String lastReason,
      @Nullable Integer lastExitCode,
      boolean ready,
      int restarts) {
    return Rows.container(
        name,
        "ghcr.io/family/" + name + ":2026.11",
        false,
        false,
        state,
        reason,
        message,
        exitCode,
        lastReason,
        lastExitCode,
        ready,
        restarts);
  }

  public static Pod pod(
      String namespace,
      String name,
      String status,
      String phase,
      @Nullable String node,
      WorkloadName workload,
      Duration age,
      int restarts,
      @Nullable Instant lastRestart,
      boolean ready,
      Pod.Container container) {
    return Rows.pod(
        "uid-" + namespace + "-" + name,
        namespace,
        name,
        status,
        phase,
        node,
        node == null ? null : "10.42.0." + (name.hashCode() & 0x7f),
        false,
        workload,
        ready ? 1 : 0,
        1,
        restarts,
        lastRestart,
        null,
        null,
        null,
        ready,
        NOW.minus(age),
        NOW.minus(age).plusSeconds(3),
        null,
        List.of(container));
  }
}
