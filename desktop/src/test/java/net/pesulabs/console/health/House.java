package net.pesulabs.console.health;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Msg;

/** A house whose cluster is heard and known whole, an hour after everything in it was made. */
final class House implements AutoCloseable {

  static final Origin CLUSTER =
      new Origin(Source.CLUSTER, Route.TAILNET, "https://100.81.76.55:6443");

  final MovableClock clock = new MovableClock(Pods.CREATED.plus(Duration.ofHours(1)));
  final LiveHomelab homelab = new LiveHomelab();
  final Cell<Settings> settings = new Cell<>(Settings.initial());
  final HouseHealth health = new HouseHealth(homelab, settings, clock);

  House() {
    cluster(new Cluster("v1.33.4+k3s1", true, List.of(), List.of(), Duration.ZERO));
    ClusterFacts.KINDS.forEach(kind -> covers(kind, Coverage.WHOLE));
  }

  void cluster(Cluster cluster) {
    homelab.cluster().set(new Reading.Live<>(cluster, CLUSTER, clock.instant()));
  }

  void covers(Kind<?> kind, Coverage coverage) {
    homelab
        .objects()
        .of(kind)
        .coverage()
        .set(new Reading.Live<>(coverage, CLUSTER, clock.instant()));
  }

  <T extends ClusterObject> House put(Kind<T> kind, T object) {
    homelab.objects().of(kind).rows().put(object);
    return this;
  }

  <T extends ClusterObject> void remove(Kind<T> kind, String uid) {
    homelab.objects().of(kind).rows().remove(uid);
  }

  House put(Pods pod) {
    return put(Kind.PODS, pod.build());
  }

  void tailnet(Tailnet.State state, Tailnet.Path asuna) {
    var peer =
        new Tailnet.Peer(
            "asuna", "linux", List.of("100.81.76.55"), asuna, null, null, false, false, List.of());
    homelab
        .tailnet()
        .set(
            new Reading.Live<>(
                new Tailnet(state, "1.102", null, List.of(peer), List.of()),
                new Origin(Source.TAILNET, Route.LOCAL, "tailscale"),
                clock.instant()));
  }

  void loseCluster() {
    homelab.cluster().update(reading -> reading.lost(Msg.appDemo()));
  }

  /** Each concern as {@code id: leading cause + folded cause xCount …}, the worst first. */
  List<String> concerns() {
    return health.sorted().stream()
        .map(concern ->
            concern.id()
                + ": "
                + concern.leading().cause()
                + concern.folded().stream()
                    .map(folded ->
                        " + "
                            + folded.first().cause()
                            + (folded.count() == 1 ? "" : " x" + folded.count()))
                    .collect(Collectors.joining()))
        .toList();
  }

  @Override
  public void close() {
    health.close();
  }
}
