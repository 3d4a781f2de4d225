package net.pesulabs.console.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.ClusterAccess;
import net.pesulabs.console.homelab.Profile.Endpoint;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.homelab.history.Past;

/**
 * A whole homelab that is not there, for the demo and for tests: servers on loopback ports and a
 * tailscale program, reached by {@link #profile()} like any other. Things change in it by
 * themselves while its clock runs. Safe for any thread; closed by the one who started it.
 */
public final class PretendHomelab implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration BETWEEN_BOOKMARKS = Duration.ofSeconds(60);
  private static final int TICKS_BETWEEN_STATUS = 5;
  private static final long FIRST_VERSION = 184_203;

  private final Faults faults;
  private final Clock clock;
  private final Path folder;
  private final ObjectStore store;
  private final Household household;
  private final Crowd crowd;
  private final Churn churn;
  private final ClusterIdentity identity;
  private final PretendLlama llama;
  private final PretendTailscale tailscale;
  private final Doors api;
  private final Doors exporter;
  private final Doors model;
  private final Loopback prometheus;
  private final Loopback router;
  private final PretendNames names = new PretendNames();
  private final Past past;
  private final Thread ticker;
  private boolean closed;

  private PretendHomelab(Set<Fault> initial, Clock clock, Scale scale, Path folder)
      throws IOException {
    this.store = new ObjectStore(FIRST_VERSION, scale.history());
    this.crowd = new Crowd(store);
    this.faults = new Faults(initial);
    this.clock = clock;
    this.folder = folder;
    this.past = new PretendPast(clock.instant(), ZoneId.systemDefault());
    // Keys and objects take about as long as each other to make.
    var identityTask = new FutureTask<>(ClusterIdentity::new);
    Thread.ofVirtual().name("demo-identity").start(identityTask);
    household = new Household(store, faults);
    household.settle(clock.instant());
    crowd.settle(scale.pods() - store.all(Resource.PODS).size(), clock.instant());
    identity = result(identityTask);
    llama = new PretendLlama(faults, clock);
    var card =
        new PretendCard(clock, () -> llama.isGenerating() || faults.has(Fault.GPU_OTHER_PROGRAM));
    var cardFaults = new CardFaults(faults, clock);
    var nodeExporter = new PretendExporter(card, cardFaults, new PretendMachine(clock), faults);
    var prometheusServer = new PretendPrometheus(nodeExporter, past, clock);
    exporter = new Doors(new PretendTellers(nodeExporter, prometheusServer, faults), null);
    prometheus = new Loopback(prometheusServer, null);
    prometheus.open(); // once in any case, for its port
    model = new Doors(llama, null);
    // By the addresses that stay when the laptop has left the house: the cluster has not.
    var proxy =
        new ServiceProxy(
            store,
            Map.of(HostServices.EXPORTER, exporter.also(), HostServices.MODEL, model.also()));
    api =
        new Doors(
            new PretendKubernetes(store, proxy, faults, clock, identity, BETWEEN_BOOKMARKS),
            identity.tls());
    router = new Loopback(new PretendRouter(faults, clock), null);
    router.open(); // once in any case, for its port
    tailscale = new PretendTailscale(folder, faults, clock);
    names.open();
    identity.writeKubeconfig(kubeconfig(), api.url());
    apply();
    churn = new Churn(crowd, clock, scale.rate());
    ticker = Thread.ofVirtual().name("demo-ticker").start(this::run);
  }

  /**
   * Starts it, with these faults from the first moment on.
   *
   * @param clock what time it is there; while it stands still, nothing changes by itself
   * @throws UncheckedIOException where no port or no folder is to be had
   */
  public static PretendHomelab start(Set<Fault> faults, Clock clock) {
    return start(faults, clock, Scale.HOUSEHOLD);
  }

  /** Starts it as {@link #start(Set, Clock)}, with a larger and more restless cluster. */
  public static PretendHomelab start(Set<Fault> faults, Clock clock, Scale scale) {
    try {
      // Readable by this user only, where the system knows such a thing.
      Path folder = Files.createTempDirectory("homelab-console-demo-");
      try {
        return new PretendHomelab(faults, clock, scale, folder);
      } catch (IOException | RuntimeException e) {
        delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its systems are found. */
  public Profile profile() {
    Profile example = Profile.example();
    List<Machine> machines =
        example.machines().stream()
            .map(machine ->
                machine.role() == Role.GATEWAY
                    ? new Machine(
                        machine.name(),
                        machine.role(),
                        machine.lanAddress(),
                        PretendTailscale.GATEWAY)
                    : machine)
            .toList();
    return new Profile(
        example.name(),
        example.lan(),
        example.domain(),
        machines,
        new ClusterAccess(kubeconfig().toString(), "demo", List.of(api.also())),
        gpu(example.gpu()),
        new Endpoint(model.url(), List.of(model.also())),
        new Gateway(
            router.url() + "/metrics",
            router.url() + "/ubus",
            PretendRouter.USER,
            router.url().substring("http://".length()),
            names.address()),
        tailscale.program().toString());
  }

  /** A Prometheus is among it only where a fault speaks of one: most houses have none. */
  private Profile.Gpu gpu(Profile.Gpu example) {
    String path = faults.has(Fault.PROMETHEUS_INSTEAD) ? "" : "/metrics";
    Profile.Gpu gpu =
        example.withExporter(new Endpoint(exporter.url() + path, List.of(exporter.also() + path)));
    return faults.has(Fault.DRM_OFF_BUT_PROMETHEUS)
        ? gpu.withPrometheus(Endpoint.at(prometheus.url()))
        : gpu;
  }

  /**
   * What the figures of its machine were in the thirty days before it was started; computed only
   * when asked for.
   */
  public Past past() {
    return past;
  }

  /** What opens the router's account, and nothing else anywhere. */
  public String routerPassword() {
    return PretendRouter.PASSWORD;
  }

  /** The computer that the pretend house is looked at from. */
  public PretendLaptop laptop() {
    return new PretendLaptop(faults);
  }

  /** Lets something go wrong, until it is cured. */
  public void inject(Fault fault) {
    faults.set(fault, true);
    apply();
  }

  public void cure(Fault fault) {
    faults.set(fault, false);
    apply();
  }

  /** So many pod changes a second from now on. Needs a {@link Scale} with pods to have any. */
  public void churn(double changesPerSecond) {
    churn.set(changesPerSecond);
  }

  /** So many pod changes at a rate, then none; returns when they are done. */
  public void burst(long count, double changesPerSecond) throws InterruptedException {
    churn.burst(count, changesPerSecond);
  }

  /** How many pod changes the churn has made. */
  public long changes() {
    return crowd.changes();
  }

  /**
   * Restarts a pod, so that a client can be seen to hear of it.
   *
   * @throws IllegalStateException where the {@link Scale} has no pods but the household's
   */
  public Touched touch() {
    CrowdPod pod = crowd.touch(clock.instant());
    return new Touched(pod.uid(), pod.restarts());
  }

  /** A pod that was restarted, and how often it now was. */
  public record Touched(String uid, int restarts) {}

  /** Cuts every connection to the cluster; it comes back on the same port, all versions lost. */
  public synchronized void restartCluster(Duration away) throws InterruptedException {
    api.close();
    Thread.sleep(away);
    store.restart(1);
    apply();
  }

  /** Takes only another token from now on, which stands in the kubeconfig. */
  public void swapToken() throws IOException {
    identity.swapToken();
    identity.writeKubeconfig(kubeconfig(), api.url());
  }

  /** Ends every connection and thread, and removes the folder. Closing twice does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    churn.close();
    List.of(api, exporter, model).forEach(Doors::close);
    prometheus.close();
    router.close();
    names.close();
    llama.stop();
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T result(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private synchronized void apply() {
    if (closed) {
      return;
    }
    boolean away = faults.has(Fault.LAN_DOWN);
    SSLContext shown = identity.tls(faults);
    api.showAs(shown, faults.has(Fault.TLS_SAN_MISSING) ? identity.tlsOfOtherName() : shown);
    api.set(!faults.has(Fault.API_DOWN), away);
    exporter.set(!faults.has(Fault.GPU_DOWN), away);
    boolean routerUp = !faults.has(Fault.ROUTER_DOWN);
    open(router, routerUp);
    if (routerUp && !faults.has(Fault.ROUTER_DNS_DOWN)) {
      names.open();
    } else {
      names.close();
    }
    boolean modelUp = !faults.has(Fault.LLM_DOWN);
    model.set(modelUp, away); // first, so that a reply is cut and does not end
    if (!modelUp || faults.has(Fault.LLM_LOADING)) {
      llama.stop();
    }
    household.tick(clock.instant());
    store.wake();
    tailscale.refresh();
  }

  private static void open(Loopback server, boolean open) {
    if (open) {
      server.open();
    } else {
      server.close();
    }
  }

  private void run() {
    try {
      for (int tick = 1; true; tick++) {
        Thread.sleep(TICK);
        household.tick(clock.instant());
        crowd.tick(clock.instant());
        if (tick % TICKS_BETWEEN_STATUS == 0) {
          tailscale.refresh();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
