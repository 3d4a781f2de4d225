package net.pesulabs.console.source.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.ListedObject;

/**
 * How a kind is asked for and read.
 *
 * @param accept the form of the answer
 */
record Resource<T extends ClusterObject>(Kind<T> kind, String accept, Item.Parser<T> parser) {

  static final String JSON = "application/json";

  private static final Map<Kind<?>, Resource<?>> KNOWN =
      Stream.of(
              known(Kind.NODES, new NodeParser()),
              known(Kind.PODS, new PodParser()),
              known(Kind.NAMESPACES, new TreeParser<>(OtherParsers::namespace)),
              known(Kind.DEPLOYMENTS, new TreeParser<>(WorkloadParsers::deployment)),
              known(Kind.STATEFUL_SETS, new TreeParser<>(WorkloadParsers::statefulSet)),
              known(Kind.DAEMON_SETS, new TreeParser<>(WorkloadParsers::daemonSet)),
              known(Kind.JOBS, new TreeParser<>(WorkloadParsers::job)),
              known(Kind.CRON_JOBS, new TreeParser<>(WorkloadParsers::cronJob)),
              known(Kind.SERVICES, new TreeParser<>(NetworkParsers::service)),
              known(Kind.ENDPOINT_SLICES, new TreeParser<>(NetworkParsers::endpointSlice)),
              known(Kind.INGRESSES, new TreeParser<>(NetworkParsers::ingress)),
              known(Kind.INGRESS_ROUTES, new TreeParser<>(NetworkParsers::ingressRoute)),
              known(Kind.VOLUME_CLAIMS, new TreeParser<>(OtherParsers::volumeClaim)),
              known(Kind.EVENTS, new TreeParser<>(OtherParsers::event)),
              known(Kind.WARNINGS, new TreeParser<>(OtherParsers::event)),
              known(Kind.NODE_LEASES, new TreeParser<>(OtherParsers::lease)))
          .collect(Collectors.toUnmodifiableMap(Resource::kind, Function.identity()));

  private static <T extends ClusterObject> Resource<T> known(Kind<T> kind, Item.Parser<T> parser) {
    return new Resource<>(kind, JSON, parser);
  }

  /**
   * The resource of a kind; of one without a record of its own, as the server prints it.
   *
   * @param columns told how the server prints it
   */
  @SuppressWarnings("unchecked") // what is not known can only be a listed object
  static <T extends ClusterObject> Resource<T> of(
      Kind<T> kind, Consumer<List<Coverage.Column>> columns) {
    Resource<?> known = KNOWN.get(kind);
    return known != null
        ? (Resource<T>) known
        : (Resource<T>)
            new Resource<>(
                (Kind<ListedObject>) kind, TableRowParser.ACCEPT, new TableRowParser(columns));
  }

  /** As messages name it. */
  String name() {
    return kind.qualified();
  }

  /**
   * The path of its list.
   *
   * @param namespace empty for all of them
   */
  String path(String namespace) {
    String api =
        kind.group().isEmpty()
            ? "/api/" + kind.version()
            : "/apis/" + kind.group() + "/" + kind.version();
    String within = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
    return api + within + "/" + kind.plural();
  }
}
