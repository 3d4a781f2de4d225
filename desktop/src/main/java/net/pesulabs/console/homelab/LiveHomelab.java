package net.pesulabs.console.homelab;

import java.util.List;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.history.History;

/**
 * The live picture of the house: the one thing that sources write and that the window, the status
 * command and the tour read. It lives as long as the program; all of it is safe for any thread.
 */
public final class LiveHomelab {

  private final ClusterObjects objects = new ClusterObjects();
  private final Cell<Reading<Cluster>> cluster = waiting(Source.CLUSTER);
  private final Cell<Reading<GpuNode>> gpu = waiting(Source.GPU);
  private final Cell<Reading<ModelServer>> model = waiting(Source.MODEL);
  private final Cell<Reading<Tailnet>> tailnet = waiting(Source.TAILNET);
  private final Cell<Reading<Router>> router = waiting(Source.GATEWAY);
  private final Table<Way> ways = new Table<>(Way::id);
  private final Table<VolumeUse> volumes = new Table<>(VolumeUse::volume);
  private final Cell<History> history = new Cell<>(History.NONE);
  private final Cell<List<MeasuredLoad>> loads = new Cell<>(List.of());
  private final Cell<Integer> ownAnswers = new Cell<>(0);
  private final Attention<Source> attention = new Attention<>();

  /** What the cluster consists of, as of {@link #cluster()}. */
  public ClusterObjects objects() {
    return objects;
  }

  /** The pods, as of {@link #cluster()}: when that is stale, so are these. */
  public Table<Pod> pods() {
    return objects.of(Kind.PODS).rows();
  }

  /** The nodes, as of {@link #cluster()}. */
  public Table<Node> nodes() {
    return objects.of(Kind.NODES).rows();
  }

  public Cell<Reading<Cluster>> cluster() {
    return cluster;
  }

  public Cell<Reading<GpuNode>> gpu() {
    return gpu;
  }

  public Cell<Reading<ModelServer>> model() {
    return model;
  }

  public Cell<Reading<Tailnet>> tailnet() {
    return tailnet;
  }

  public Cell<Reading<Router>> router() {
    return router;
  }

  /** Whether the cluster's login may see nothing of a kind, so that there seems to be none. */
  public boolean hides(Kind<?> kind) {
    return cluster.get().known().filter(known -> known.hides(kind)).isPresent();
  }

  /** The cell of a source, for those who ask only what it is worth. */
  public Cell<? extends Reading<?>> reading(Source source) {
    return switch (source) {
      case TAILNET -> tailnet;
      case GATEWAY -> router;
      case CLUSTER -> cluster;
      case GPU -> gpu;
      case MODEL -> model;
    };
  }

  /** Back to knowing nothing of a source, because another system is asked from now on. */
  public void forget(Source source) {
    switch (source) {
      case TAILNET -> tailnet.set(Reading.awaited(source));
      case GATEWAY -> router.set(Reading.awaited(source));
      case GPU -> {
        gpu.set(Reading.awaited(source));
        volumes.replaceAll(List.of());
      }
      case MODEL -> model.set(Reading.awaited(source));
      case CLUSTER -> {
        cluster.set(Reading.awaited(source));
        objects.forget();
      }
    }
  }

  /** The ways to the systems, tried or not. */
  public Table<Way> ways() {
    return ways;
  }

  /** How full the volumes are that some exporter sees; the others are not known. */
  public Table<VolumeUse> volumes() {
    return volumes;
  }

  /** What this house's figures were; another one once another house is looked at. */
  public Cell<History> history() {
    return history;
  }

  /** What cards showed when models were loaded, as a person took it for a measure; oldest first. */
  public Cell<List<MeasuredLoad>> loads() {
    return loads;
  }

  /** How many answers of the model this program itself waits for. */
  public Cell<Integer> ownAnswers() {
    return ownAnswers;
  }

  /** What is being looked at, which the sources heed. */
  public Attention<Source> attention() {
    return attention;
  }

  private static <T> Cell<Reading<T>> waiting(Source source) {
    return new Cell<>(Reading.awaited(source));
  }
}
