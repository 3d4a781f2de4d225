package net.pesulabs.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.Rows;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.chat.ChatServer;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A house for the pages' tests: two nodes, 28 pods, a graphics card, a model and a tailnet. */
public final class HouseFixture {

  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  public final LiveHomelab homelab = new LiveHomelab();
  public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  public final Cell<Settings> settings = new Cell<>(Settings.initial());
  public final HouseHealth health = new HouseHealth(homelab, settings, clock);
  public final Texts texts = new Texts(Language.EN);
  public final Now now = new Now(clock);
  public final RecordedDoors doors = new RecordedDoors();

  /** Everything answers and is as it should be. */
  public static HouseFixture fine() {
    var house = new HouseFixture();
    house.homelab.tailnet().set(house.live(Source.TAILNET, tailnet(Tailnet.State.UP)));
    house
        .homelab
        .gpu()
        .set(
            house.live(
                Source.GPU,
                new GpuNode(
                    "pesubuntu",
                    List.of(card()),
                    MachineFigures.of(new MachineFigures.Memory(20L << 30, 32L << 30)))));
    house.homelab.model().set(house.live(Source.MODEL, model(ModelServer.State.READY)));
    house.homelab.nodes().replaceAll(List.of(node("asuna", true), node("pesubuntu", true)));
    house.homelab.pods().replaceAll(pods());
    house.homelab.cluster().set(house.live(Source.CLUSTER, new Cluster("v1.33.4+k3s1", true)));
    return house;
  }

  /** A router at home that tells of its way out. */
  public static Router router(boolean wanUp) {
    return new Router(
        Router.Standing.ANSWERS,
        true,
        true,
        true,
        Router.Part.NOT_SET,
        Router.Part.TOLD,
        Router.Device.UNKNOWN,
        Router.Load.UNKNOWN,
        new Router.Wan(wanUp, null, null),
        null,
        List.of());
  }

  /** A pod crashes, one waits for a machine, and the model is being loaded. */
  public static HouseFixture troubled() {
    HouseFixture house = fine();
    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.homelab.pods().put(pod("ai", "whisper", null, "Pending", false));
    house.homelab.model().set(house.live(Source.MODEL, model(ModelServer.State.LOADING)));
    return house;
  }

  public void find(String cause, Severity severity, String object, Message text) {
    var finding =
        new Finding(
            cause,
            severity,
            object,
            List.of("exitCode=1"),
            NOW.minus(Duration.ofMinutes(47)),
            text,
            Msg.readingWaiting());
    health.concerns().put(Concern.of(object, finding));
  }

  /** The cluster's answers end here. */
  public void loseCluster(Message why) {
    homelab.cluster().update(reading -> reading.lost(why));
  }

  /** What a page gets in the window. */
  public PageContext context() {
    ChatServer silent =
        (conversation, listener) -> {
          throw new UnsupportedOperationException("no page under test talks");
        };
    return new PageContext(
        homelab, health, settings, silent, new Pulse(new JavaFxThread()), texts, now, clock, doors);
  }

  public <T> Reading<T> live(Source source, T value) {
    return new Reading.Live<>(value, origin(source), NOW.minusSeconds(1));
  }

  public <T> Reading<T> stale(Source source, T value, Message why) {
    return new Reading.Stale<>(value, origin(source), NOW.minusSeconds(190), why);
  }

  public <T> Reading<T> unknown(Source source, Message why) {
    return new Reading.Unknown<>(origin(source), why);
  }

  public static Tailnet tailnet(Tailnet.State state, Tailnet.Peer... peers) {
    List<Tailnet.Peer> all =
        peers.length > 0
            ? List.of(peers)
            : List.of(
                peer("gl-mt2500", "100.100.1.1", Tailnet.Path.IDLE, null, "192.168.8.0/24"),
                peer("asuna", "100.81.76.55", Tailnet.Path.DIRECT, "192.168.8.20:41641"),
                peer("pesubuntu", "100.86.122.109", Tailnet.Path.RELAYED, "waw"));
    return new Tailnet(
        state,
        "1.102.0",
        peer("portatil-ana", "100.90.1.2", Tailnet.Path.UNKNOWN, null),
        all,
        List.of());
  }

  public static Tailnet.Peer peer(
      String name, String address, Tailnet.Path path, @Nullable String via, String... routes) {
    return new Tailnet.Peer(
        name,
        "linux",
        List.of(address),
        path,
        via,
        path == Tailnet.Path.OFFLINE ? NOW.minusSeconds(7200) : null,
        false,
        routes.length > 0,
        List.of(routes));
  }

  public static Node node(String name, @Nullable Boolean ready) {
    boolean services = name.equals("asuna");
    return Rows.node(
        "node-" + name,
        name,
        ready,
        ready == null ? "NodeStatusUnknown" : "KubeletReady",
        "",
        NOW.minus(Duration.ofDays(12)),
        List.of(),
        false,
        services ? List.of("control-plane", "master") : List.of(),
        List.of(services ? "192.168.8.20" : "192.168.8.129"),
        "v1.33.4+k3s1",
        services ? "Debian GNU/Linux 13 (trixie)" : "Ubuntu 26.04 LTS",
        "amd64",
        services ? 4.0 : 12.0,
        (services ? 16L : 32L) << 30,
        NOW.minus(Duration.ofDays(200)));
  }

  public static Card card() {
    return new Card(
        "card1",
        null,
        GpuNode.CardState.BUSY,
        63.0,
        new Card.Vram(12_455_000_000L, 17_163_091_968L),
        new Card.Gtt(600_000_000L, 16_000_000_000L, 0),
        new Card.Heat(58.0, null),
        new Card.Heat(71.0, 110.0),
        new Card.Heat(70.0, null),
        new Card.Power(187.0, 263.0),
        new Card.Fan(1240.0, 3300.0),
        new Card.Clocks(2254.0, 1219.0),
        null);
  }

  public static ModelServer model(ModelServer.State state) {
    return state == ModelServer.State.READY
        ? Rows.server(state)
            .name("Qwen3-14B-Instruct-Q5_K_M")
            .context(32768, 4)
            .work(1, 0)
            .speed(41.7)
            .build()
        : Rows.server(state).name("Qwen3-14B-Instruct-Q5_K_M").build();
  }

  public static Pod pod(
      String namespace, String workload, @Nullable String node, String status, boolean ready) {
    return pod(namespace, "Deployment", workload, 0, node, status, ready);
  }

  /** One pod of a workload; its uid is made of its place, so the same call is the same pod. */
  public static Pod pod(
      String namespace,
      String kind,
      String workload,
      int index,
      @Nullable String node,
      String status,
      boolean ready) {
    String name = workload + "-" + index;
    String phase =
        switch (status) {
          case "Completed" -> "Succeeded";
          case "Pending" -> "Pending";
          default -> "Running";
        };
    boolean waiting = !ready && !phase.equals("Succeeded");
    var container =
        Rows.container(
            workload,
            "ghcr.io/pesulabs/" + workload + ":1.4.2",
            false,
            false,
            waiting ? "waiting" : ready ? "running" : "terminated",
            waiting ? status : null,
            null,
            null,
            null,
            waiting ? 1 : null,
            ready,
            waiting ? 14 : 0);
    return Rows.pod(
        namespace + "/" + name,
        namespace,
        name,
        status,
        phase,
        node,
        node == null ? null : "10.42.0." + (name.hashCode() & 0x7f),
        false,
        new WorkloadName(kind, workload),
        ready ? 1 : 0,
        1,
        waiting ? 14 : 0,
        waiting ? NOW.minusSeconds(95) : null,
        null,
        null,
        node == null ? "0/2 nodes are available: 2 Insufficient memory." : null,
        ready,
        NOW.minus(Duration.ofHours(30)),
        NOW.minus(Duration.ofHours(30)),
        null,
        List.of(container));
  }

  /** 28 pods as the house runs them. */
  public static List<Pod> pods() {
    var pods = new ArrayList<Pod>();
    String[] asuna = {
      "kube-system/Deployment/coredns",
      "kube-system/Deployment/local-path-provisioner",
      "kube-system/Deployment/metrics-server",
      "kube-system/Deployment/sealed-secrets-controller",
      "kube-system/DaemonSet/svclb-traefik",
      "kube-system/Deployment/traefik",
      "flux-system/Deployment/helm-controller",
      "flux-system/Deployment/kustomize-controller",
      "flux-system/Deployment/source-controller",
      "auth/Deployment/authentik-server",
      "auth/Deployment/authentik-worker",
      "data/StatefulSet/postgres",
      "data/StatefulSet/qdrant",
      "data/StatefulSet/redis",
      "apps/Deployment/mem0",
      "apps/Deployment/n8n",
      "apps/Deployment/n8n-worker",
    };
    for (String each : asuna) {
      String[] part = each.split("/", -1);
      pods.add(pod(part[0], part[1], part[2], 0, "asuna", "Running", true));
    }
    pods.add(pod("apps", "Deployment", "n8n-worker", 1, "asuna", "Running", true));
    pods.add(pod("data", "Job", "postgres-backup", 0, "asuna", "Completed", false));
    String[] compute = {
      "agentstack-system/Deployment/agentstack-server",
      "agentstack-system/Deployment/agentstack-ui",
      "agentstack-system/StatefulSet/agentstack-postgres",
      "ai/Deployment/embeddings",
      "ai/Deployment/open-webui",
      "kube-system/DaemonSet/svclb-traefik",
      "monitoring/DaemonSet/node-exporter",
    };
    for (String each : compute) {
      String[] part = each.split("/", -1);
      pods.add(pod(part[0], part[1], part[2], 9, "pesubuntu", "Running", true));
    }
    pods.add(pod("ai", "Deployment", "embeddings", 10, "pesubuntu", "Running", true));
    pods.add(pod("ai", "Job", "model-pull", 11, "pesubuntu", "Completed", false));
    return pods;
  }

  private static Origin origin(Source source) {
    return switch (source) {
      case GATEWAY -> new Origin(source, Route.LAN, "192.168.8.1");
      case TAILNET -> new Origin(source, Route.LOCAL, "tailscale status --json");
      case CLUSTER -> new Origin(source, Route.TAILNET, "https://100.81.76.55:6443");
      case GPU -> new Origin(source, Route.TAILNET, "http://100.86.122.109:9100/metrics");
      case MODEL -> new Origin(source, Route.TAILNET, "http://100.86.122.109:8080");
    };
  }
}
