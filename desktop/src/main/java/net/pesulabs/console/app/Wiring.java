package net.pesulabs.console.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ChatServer;
import net.pesulabs.console.homelab.chat.CountedChat;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.gpu.GpuSource;
import net.pesulabs.console.source.gpu.Neighbours;
import net.pesulabs.console.source.kubernetes.ClusterSource;
import net.pesulabs.console.source.llamacpp.LlamaChat;
import net.pesulabs.console.source.llamacpp.ModelSource;
import net.pesulabs.console.source.nodeexporter.VolumeSource;
import net.pesulabs.console.source.openwrt.GatewaySource;
import net.pesulabs.console.source.prometheus.PrometheusApi;
import net.pesulabs.console.source.prometheus.PrometheusHistory;
import net.pesulabs.console.source.prometheus.PrometheusPast;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import net.pesulabs.console.source.prometheus.Whose;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Doorway;
import net.pesulabs.console.source.reach.NetworkWatch;
import net.pesulabs.console.source.reach.ReachedAccess;
import net.pesulabs.console.source.tailscale.TailnetSource;
import org.jspecify.annotations.Nullable;

/**
 * The only place that constructs sources. Starts them for the profile of the settings, and starts
 * one again when what it depends on is changed there. Safe for any thread.
 */
final class Wiring implements Subscription {

  private final Cell<Settings> settings;
  private final LiveHomelab homelab = new LiveHomelab();
  private final HouseHealth health;
  private final HistoryKeeper history;
  private final List<Line> lines = new ArrayList<>();
  private final Clock clock;
  private final NetworkWatch network;
  private volatile ApiProxy cluster = ApiProxy.NONE;
  private volatile LlamaChat chat;
  private volatile @Nullable PrometheusPast prometheusPast;
  private @Nullable Subscription following;

  Wiring(Cell<Settings> settings, Secrets secrets, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.health = new HouseHealth(homelab, settings, clock);
    this.history = new HistoryKeeper(homelab, settings, clock, this::withPrometheus);
    this.chat = new LlamaChat(Access.direct(Source.MODEL, settings.get().profile().modelUrl()));
    this.network = NetworkWatch.start(clock);
    lines.add(
        new Line(
            Source.TAILNET,
            Profile::tailscale,
            profile -> TailnetSource.start(profile.tailscale(), homelab, clock)));
    lines.add(
        new Line(
            Source.GATEWAY,
            profile ->
                List.of(profile.machine(Profile.Role.GATEWAY), profile.lan(), profile.gateway()),
            profile -> GatewaySource.start(profile, secrets, homelab, clock)));
    lines.add(
        new Line(
            Source.CLUSTER,
            profile -> List.of(profile.cluster(), profile.machines(), profile.domain()),
            this::startCluster));
    lines.add(new Line(Source.MODEL, profile -> new Routes(profile).toModel(), this::startModel));
    lines.add(
        new Line(
            Source.GPU,
            profile ->
                List.of(
                    new Routes(profile).toGpu(),
                    new Routes(profile).toPrometheus(),
                    profile.machines()),
            this::startGpu));
  }

  LiveHomelab homelab() {
    return homelab;
  }

  HouseHealth health() {
    return health;
  }

  /** What keeps the figures over time, once told to. */
  HistoryKeeper history() {
    return history;
  }

  /** Speaks with the model server of the profile as it is at the time of asking. */
  ChatServer chat() {
    return new CountedChat(
        (conversation, listener) -> chat.ask(conversation, listener), homelab.ownAnswers());
  }

  private Subscription startCluster(Profile profile) {
    var source = ClusterSource.start(profile, homelab, network, clock);
    cluster = source;
    return () -> {
      cluster = ApiProxy.NONE;
      source.close();
    };
  }

  private Subscription startGpu(Profile profile) {
    Access access = access(Source.GPU, new Routes(profile).toGpu(), GpuSource.test());
    PrometheusServer prometheus = prometheus(new Routes(profile).toPrometheus());
    PrometheusServer keeper = prometheus == null ? keeper(profile) : prometheus;
    Whose whose = Whose.of(profile);
    Subscription cards =
        GpuSource.start(access, Neighbours.of(profile), prometheus, whose, homelab, clock);
    Subscription volumes = VolumeSource.start(access, homelab);
    prometheusPast = keeper == null ? null : new PrometheusPast(keeper, whose, clock);
    return () -> {
      prometheusPast = null;
      cards.close();
      volumes.close();
      access.close();
      if (keeper != null) {
        keeper.close();
      }
    };
  }

  private @Nullable PrometheusServer prometheus(List<Origin> ways) {
    return ways.isEmpty() ? null : new PrometheusServer(ways, new Doorway(() -> cluster.open()));
  }

  /** A Prometheus that is asked for the present keeps the past too. */
  private @Nullable PrometheusServer keeper(Profile profile) {
    return PrometheusApi.isLikelyAt(profile.gpuUrl())
        ? prometheus(new Routes(profile).toGpu())
        : null;
  }

  private History withPrometheus(History own) {
    return new PrometheusHistory(own, () -> Optional.ofNullable(prometheusPast));
  }

  private Subscription startModel(Profile profile) {
    Access access = access(Source.MODEL, new Routes(profile).toModel(), ModelSource.test());
    var ownChat = new LlamaChat(access);
    chat = ownChat;
    Subscription watching = ModelSource.start(access, homelab, clock);
    return () -> {
      watching.close();
      ownChat.close();
      access.close();
    };
  }

  private Access access(Source system, List<Origin> ways, Access.Question<?> test) {
    return ways.isEmpty()
        ? Access.direct(system, "")
        : ReachedAccess.start(ways, test, () -> cluster.open(), homelab.ways(), network, clock);
  }

  /** Starts the sources; returns at once. */
  synchronized void connect() {
    // Closing an old source may take a moment, and it is the FX thread that changes settings.
    following =
        settings.onChange(chosen ->
            Thread.ofVirtual().name("reconnect").start(() -> connectTo(settings.get().profile())));
    connectTo(settings.get().profile());
  }

  private synchronized void connectTo(Profile profile) {
    lines.forEach(line -> line.connectTo(profile));
  }

  @Override
  public synchronized void close() {
    if (following != null) {
      following.close();
    }
    lines.forEach(Line::close);
    network.close();
    history.close();
    health.close();
  }

  /** One source, and what of the profile it depends on. */
  private final class Line {

    private final Source source;
    private final Function<Profile, Object> dependsOn;
    private final Function<Profile, Subscription> start;
    private @Nullable Object startedFor;
    private @Nullable Subscription running;

    Line(
        Source source, Function<Profile, Object> dependsOn, Function<Profile, Subscription> start) {
      this.source = source;
      this.dependsOn = dependsOn;
      this.start = start;
    }

    void connectTo(Profile profile) {
      Object wanted = dependsOn.apply(profile);
      if (Objects.equals(wanted, startedFor)) {
        return;
      }
      if (startedFor != null) {
        close();
        homelab.forget(source); // what another house said must not look like this one's
      }
      startedFor = wanted;
      running = start.apply(profile);
    }

    void close() {
      if (running != null) {
        running.close();
        running = null;
      }
    }
  }
}
