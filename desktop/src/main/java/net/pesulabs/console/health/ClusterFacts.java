package net.pesulabs.console.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.homelab.cluster.VolumeClaim;
import net.pesulabs.console.homelab.cluster.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The cluster by what its objects have to do with each other, so that a change leads to those it
 * concerns and to no others. One thread at a time.
 */
final class ClusterFacts {

  /** All that any rule asks for. */
  static final List<Kind<?>> KINDS =
      List.of(
          Kind.NODES,
          Kind.NAMESPACES,
          Kind.PODS,
          Kind.DEPLOYMENTS,
          Kind.STATEFUL_SETS,
          Kind.DAEMON_SETS,
          Kind.JOBS,
          Kind.CRON_JOBS,
          Kind.SERVICES,
          Kind.ENDPOINT_SLICES,
          Kind.INGRESSES,
          Kind.VOLUME_CLAIMS,
          Kind.WARNINGS,
          Kind.NODE_LEASES);

  static final List<Kind<Workload>> MAKERS =
      List.of(Kind.DEPLOYMENTS, Kind.STATEFUL_SETS, Kind.DAEMON_SETS);

  private final ClusterObjects objects;

  final Index<Node> nodes = Index.byName();
  final Index<Pod> podsByNode =
      new Index<>(pod -> pod.node() == null ? List.of() : List.of(pod.node()));
  final Index<Pod> podsByNamespace = new Index<>(pod -> List.of(pod.namespace()));
  final Index<Pod> podsByClaim = new Index<>(ClusterFacts::claims);
  final Index<Pod> podsByOwner = Index.byOwner();
  final Index<Workload> makersByNamespace = new Index<>(maker -> List.of(maker.namespace()));
  final Index<Job> jobsByOwner = Index.byOwner();
  final Index<Service> services = Index.byName();
  final Index<EndpointSlice> slicesByService =
      new Index<>(slice -> List.of(slice.namespace() + "/" + slice.service()));
  final Index<Ingress> ingressesByService =
      new Index<>(ingress ->
          ingress.rules().stream()
              .map(rule -> ingress.namespace() + "/" + rule.service())
              .distinct()
              .toList());
  final Index<Ingress> ingressesBySecret =
      new Index<>(ingress ->
          ingress.tls().stream()
              .map(tls -> ingress.namespace() + "/" + tls.secret())
              .distinct()
              .toList());
  final Index<VolumeClaim> claims = Index.byName();
  final Index<VolumeClaim> claimsByVolume =
      new Index<>(claim -> claim.volume() == null ? List.of() : List.of(claim.volume()));
  final Index<Event> warnings = new Index<>(event -> List.of(event.about().uid()));

  ClusterFacts(ClusterObjects objects) {
    this.objects = objects;
  }

  void change(Table.Change<Pod> change) {
    podsByNode.change(change);
    podsByNamespace.change(change);
    podsByClaim.change(change);
    podsByOwner.change(change);
  }

  Warnings warningsOf(ClusterObject object) {
    return Warnings.of(warnings.get(object.uid()));
  }

  <T extends ClusterObject> Optional<T> get(Kind<T> kind, String uid) {
    return objects.of(kind).rows().get(uid);
  }

  /** Whether what is not there of a kind is not in the cluster either. */
  boolean isAllOf(Kind<?> kind, String namespace) {
    return objects.of(kind).isAllOf(namespace);
  }

  @Nullable Job jobOf(Pod pod) {
    Meta.Owner owner = pod.meta().owner();
    return owner == null ? null : get(Kind.JOBS, owner.uid()).orElse(null);
  }

  @Nullable CronJob planOf(Job job) {
    Meta.Owner owner = job.meta().owner();
    return owner == null ? null : get(Kind.CRON_JOBS, owner.uid()).orElse(null);
  }

  /** The node of which this holds; where it does of several, the first by name. */
  Optional<String> node(Predicate<Node> which) {
    return objects.of(Kind.NODES).rows().all().stream()
        .filter(which)
        .map(Node::name)
        .min(Comparator.naturalOrder());
  }

  /** The claims a pod mounts, by namespace and name. */
  static List<String> claims(Pod pod) {
    return pod.claims().stream().map(name -> pod.namespace() + "/" + name).toList();
  }

  /** The pods a service selects; walks those of its namespace, so only where nobody answers. */
  List<Pod> selected(Service service) {
    return podsByNamespace.get(service.namespace()).stream()
        .filter(pod -> ServiceHealth.selects(service, pod.meta().labels()))
        .toList();
  }

  /** What would make pods that a service selects. */
  List<Workload> makersFor(Service service) {
    return makersByNamespace.get(service.namespace()).stream()
        .filter(maker -> ServiceHealth.selects(service, maker.selector()))
        .toList();
  }

  /** Whether all is known that a service could be answered by. */
  boolean seesBehind(Service service) {
    return Stream.concat(Stream.of(Kind.ENDPOINT_SLICES, Kind.PODS), MAKERS.stream())
        .allMatch(kind -> isAllOf(kind, service.namespace()));
  }
}
