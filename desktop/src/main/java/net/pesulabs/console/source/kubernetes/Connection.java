package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.i18n.Message;

/** All that goes on with one API server: the tables that follow it, and its heartbeat. */
final class Connection implements Heartbeat.Listener, Subscription {

  private final ApiClient api;
  private final ClusterState state;
  private final List<Reflector<?>> reflectors;
  private final Heartbeat heartbeat;

  Connection(
      Kubeconfig config,
      Credentials.Again again,
      BooleanSupplier outdated,
      LiveHomelab homelab,
      Clock clock) {
    api = new ApiClient(config, new Credentials(config.user(), again, clock));
    state = new ClusterState(homelab.cluster(), origin(config), clock);
    reflectors =
        List.of(
            reflector(Resource.NODES, homelab.nodes(), clock),
            reflector(Resource.PODS, homelab.pods(), clock));
    heartbeat = new Heartbeat(api, this, outdated, Pause.real(), clock);
  }

  private <T> Reflector<T> reflector(Resource<T> resource, Table<T> table, Clock clock) {
    return new Reflector<>(
        resource,
        api,
        table,
        state.table(resource.name()),
        RandomGenerator.getDefault(),
        Pause.real(),
        clock);
  }

  static Origin origin(Kubeconfig config) {
    return new Origin(
        Source.CLUSTER, Route.to(config.server().getHost()), config.server().toString());
  }

  /** Follows the server until closed, or until its kubeconfig names another one. */
  void run() {
    List<Thread> threads =
        Stream.of(reflectors)
            .flatMap(List::stream)
            .map(each -> Thread.ofVirtual().name("cluster-reflector").start(each))
            .toList();
    heartbeat.run();
    close();
    threads.forEach(Connection::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void beat(String version) {
    state.beat(version);
  }

  @Override
  public void silent(Message why) {
    state.silent(why);
    api.renewConnections(Set.of(Api.Pace.BEAT)); // perhaps only this connection is dead
  }

  @Override
  public void distrust() {
    api.renewConnections(Set.of(Api.Pace.LIST, Api.Pace.WATCH));
    reflectors.forEach(Reflector::reconnect);
  }

  /** Nothing is written to the homelab after this returns. */
  @Override
  public void close() {
    state.close();
    reflectors.forEach(Reflector::close);
    heartbeat.close();
    Thread.ofVirtual().name("cluster-close").start(api::close);
  }
}
