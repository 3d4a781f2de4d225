package net.pesulabs.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import org.jspecify.annotations.Nullable;

/** Facts for tests to which only the usual ones among them matter. */
public final class Rows {

  private Rows() {}

  public static Pod pod(
      String uid,
      String namespace,
      String name,
      String status,
      String phase,
      @Nullable String node,
      @Nullable String ip,
      boolean hostNetwork,
      WorkloadName workload,
      int readyContainers,
      int totalContainers,
      int restarts,
      @Nullable Instant lastRestart,
      @Nullable String reason,
      @Nullable String message,
      @Nullable String unscheduledBecause,
      boolean ready,
      @Nullable Instant created,
      @Nullable Instant started,
      @Nullable Instant deleting,
      List<Pod.Container> containers) {
    return new Pod(
        meta(uid, namespace, name, created, deleting),
        status,
        phase,
        node,
        ip,
        hostNetwork,
        workload,
        readyContainers,
        totalContainers,
        restarts,
        lastRestart,
        reason,
        message,
        unscheduledBecause,
        ready,
        started,
        containers,
        List.of());
  }

  public static Pod.Container container(
      String name,
      String image,
      boolean init,
      boolean sidecar,
      String state,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Integer exitCode,
      @Nullable String lastReason,
      @Nullable Integer lastExitCode,
      boolean ready,
      int restarts) {
    return new Pod.Container(
        name,
        image,
        init,
        sidecar,
        state,
        reason,
        message,
        exitCode,
        null,
        lastReason,
        lastExitCode,
        ready,
        ready,
        restarts,
        null,
        Pod.Probes.NONE,
        0);
  }

  public static Node node(
      String uid,
      String name,
      @Nullable Boolean ready,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Instant readySince,
      List<String> pressures,
      boolean cordoned,
      List<String> roles,
      List<String> internalIps,
      String kubeletVersion,
      String osImage,
      String architecture,
      @Nullable Double cpus,
      @Nullable Long memoryBytes,
      @Nullable Instant created) {
    return new Node(
        meta(uid, "", name, created, null),
        ready,
        reason,
        message,
        readySince,
        pressures,
        cordoned,
        null,
        roles,
        internalIps,
        kubeletVersion,
        osImage,
        architecture,
        cpus,
        memoryBytes);
  }

  public static Meta meta(
      String uid,
      String namespace,
      String name,
      @Nullable Instant created,
      @Nullable Instant deleting) {
    return new Meta(uid, namespace, name, created, deleting, null, Map.of(), List.of());
  }

  /** A graphics card that tells of nothing but how busy and how full it is. */
  public static Card card(
      String id, GpuNode.CardState state, @Nullable Double busy, long vramUsed, long vramTotal) {
    return Card.bare(id, state, busy, new Card.Vram(vramUsed, vramTotal));
  }

  /** A model server of which nothing is known but its state. */
  public static Server server(ModelServer.State state) {
    return new Server(state);
  }

  /** Builds a model server that tells what a test names, and nothing else. */
  public static final class Server {

    private final ModelServer.State state;
    private @Nullable String name;
    private @Nullable Integer context;
    private @Nullable Integer slots;
    private @Nullable Long parameters;
    private @Nullable Long weightBytes;
    private @Nullable String quantisation;
    private @Nullable Integer trainedContext;
    private @Nullable Integer embedding;
    private @Nullable Integer vocabulary;
    private @Nullable Boolean takesImages;
    private @Nullable String build;
    private @Nullable Integer slotsBusy;
    private @Nullable Integer waiting;
    private @Nullable Double tokensPerSecond;
    private @Nullable Double promptTokensPerSecond;
    private @Nullable Double cachedPromptPercent;
    private @Nullable Integer longest;
    private @Nullable Boolean speculates;
    private boolean switchedOff;
    private List<ModelServer.Offer> offers = List.of();

    private Server(ModelServer.State state) {
      this.state = state;
    }

    public Server name(String told) {
      name = told;
      return this;
    }

    /** Tokens per slot, and slots. */
    public Server context(@Nullable Integer tokens, @Nullable Integer count) {
      context = tokens;
      slots = count;
      return this;
    }

    public Server weights(long parameterCount, long bytes, @Nullable String stored) {
      parameters = parameterCount;
      weightBytes = bytes;
      quantisation = stored;
      return this;
    }

    public Server stored(String types) {
      quantisation = types;
      return this;
    }

    /** Numbers a token is turned into, and tokens it knows. */
    public Server width(int numbers, int tokens) {
      embedding = numbers;
      vocabulary = tokens;
      return this;
    }

    public Server version(String told) {
      build = told;
      return this;
    }

    public Server trained(int tokens) {
      trainedContext = tokens;
      return this;
    }

    public Server images(boolean taken) {
      takesImages = taken;
      return this;
    }

    public Server work(@Nullable Integer busy, @Nullable Integer queue) {
      slotsBusy = busy;
      waiting = queue;
      return this;
    }

    public Server speed(double writing) {
      tokensPerSecond = writing;
      return this;
    }

    public Server reads(double reading, @Nullable Double cachedPercent) {
      promptTokensPerSecond = reading;
      cachedPromptPercent = cachedPercent;
      return this;
    }

    public Server longest(int tokens) {
      longest = tokens;
      return this;
    }

    public Server speculates(boolean guesses) {
      speculates = guesses;
      return this;
    }

    public Server switchedOff() {
      switchedOff = true;
      return this;
    }

    public Server offers(ModelServer.Offer... all) {
      offers = List.of(all);
      return this;
    }

    public ModelServer build() {
      return new ModelServer(
          state,
          new ModelServer.Model(
              name,
              context,
              slots,
              parameters,
              weightBytes,
              quantisation,
              trainedContext,
              embedding,
              vocabulary,
              takesImages),
          new ModelServer.Work(
              slotsBusy,
              waiting,
              tokensPerSecond,
              promptTokensPerSecond,
              cachedPromptPercent,
              null,
              longest,
              speculates,
              switchedOff),
          offers,
          build);
    }
  }
}
