package net.pesulabs.console.page.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.QueuedFx;

/** A house and its map, on the test's own thread; the cluster is heard and known whole. */
final class Mapped implements AutoCloseable {

  static final Origin CLUSTER =
      new Origin(Source.CLUSTER, Route.TAILNET, "https://100.81.76.55:6443");

  final MovableClock clock = new MovableClock(HouseFixture.NOW);
  final LiveHomelab homelab;
  final Cell<Settings> settings = new Cell<>(Settings.initial());
  final HouseHealth health;
  final Now now = new Now(clock);
  final QueuedFx fx = new QueuedFx();
  final Pulse pulse = new Pulse(fx);
  final HouseMap map;
  final List<Graph.Changes> told = new ArrayList<>();

  /** A house with nothing in its cluster. */
  Mapped() {
    this(new LiveHomelab());
    cluster(new Cluster("v1.33.4+k3s1", true));
    Kind.KNOWN.forEach(kind -> covers(kind, Coverage.WHOLE));
  }

  private Mapped(LiveHomelab homelab) {
    this.homelab = homelab;
    this.health = new HouseHealth(homelab, settings, clock);
    this.map = new HouseMap(homelab, health, settings, pulse, now);
    map.onChange(told::add);
  }

  /** A second map of the same house, from scratch. */
  HouseMap again(Layer layer) {
    var fresh = new HouseMap(homelab, health, settings, pulse, now);
    fresh.show(layer);
    fresh.activate();
    fresh.deactivate();
    return fresh;
  }

  /** The house that the other pages are tested with, all well. */
  static Mapped fine() {
    var house = new Mapped();
    HouseFixture sample = HouseFixture.fine();
    house.homelab.tailnet().set(sample.homelab.tailnet().get());
    house.homelab.gpu().set(sample.homelab.gpu().get());
    house.homelab.model().set(sample.homelab.model().get());
    house.homelab.nodes().replaceAll(sample.homelab.nodes().all());
    house.homelab.pods().replaceAll(sample.homelab.pods().all());
    return house;
  }

  Mapped show(Layer layer) {
    map.show(layer);
    map.activate();
    told.clear();
    return this;
  }

  void cluster(Cluster cluster) {
    homelab.cluster().set(new Reading.Live<>(cluster, CLUSTER, clock.instant()));
  }

  void loseCluster(Message why) {
    homelab.cluster().update(reading -> reading.lost(why));
  }

  void covers(Kind<?> kind, Coverage coverage) {
    homelab
        .objects()
        .of(kind)
        .coverage()
        .set(new Reading.Live<>(coverage, CLUSTER, clock.instant()));
  }

  void hides(Kind<?> kind, Message why) {
    homelab.objects().of(kind).coverage().set(new Reading.Unknown<>(CLUSTER, why));
  }

  <T extends ClusterObject> void put(Kind<T> kind, T object) {
    homelab.objects().of(kind).rows().put(object);
  }

  <T extends ClusterObject> void remove(Kind<T> kind, String uid) {
    homelab.objects().of(kind).rows().remove(uid);
  }

  void way(Source system, Route route, String address, boolean inUse, int millis) {
    homelab
        .ways()
        .put(
            new Way(
                inUse,
                new Reading.Live<>(
                    Duration.ofMillis(millis),
                    new Origin(system, route, address),
                    clock.instant())));
  }

  void brokenWay(Source system, Route route, String address, boolean inUse, Message why) {
    homelab
        .ways()
        .put(new Way(inUse, new Reading.Unknown<>(new Origin(system, route, address), why)));
  }

  /** Until all that was said has come through. */
  void settle() {
    var through = new AtomicBoolean();
    pulse.submit(new Object(), () -> through.set(true));
    try {
      fx.runUntil(through::get);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void pass(Duration time) {
    clock.move(time);
    now.tick();
  }

  Vertex vertex(String id) {
    return Objects.requireNonNull(
        map.graph().vertices().get(id), () -> id + " of " + map.graph().vertices().keySet());
  }

  Edge edge(String from, String to) {
    String id = Ids.edge(from, to);
    return Objects.requireNonNull(
        map.graph().edges().get(id), () -> id + " of " + map.graph().edges().keySet());
  }

  Details details(String id) {
    return map.details(id).orElseThrow(() -> new AssertionError("no " + id));
  }

  Set<String> vertices() {
    return map.graph().vertices().keySet();
  }

  Set<String> edges() {
    return map.graph().edges().keySet();
  }

  static String say(Localized text) {
    return text.in(Language.EN);
  }

  /** Parents and both ends of each edge are there, and nothing stands in itself. */
  static void assertWhole(Graph graph) {
    graph
        .vertices()
        .forEach((id, vertex) -> {
          assertThat(vertex.id()).isEqualTo(id);
          if (vertex.parent() != null) {
            assertThat(graph.vertices()).as("parent of " + id).containsKey(vertex.parent());
            assertThat(vertex.parent()).isNotEqualTo(id);
          }
        });
    graph
        .edges()
        .forEach((id, edge) -> {
          assertThat(edge.id()).isEqualTo(id);
          assertThat(graph.vertices()).as(id).containsKeys(edge.from(), edge.to());
        });
  }

  static void assertSame(Graph lived, Graph fresh) {
    assertThat(differences(lived.vertices(), fresh.vertices())).isEmpty();
    assertThat(differences(lived.edges(), fresh.edges())).isEmpty();
  }

  /** Both sides of what is not the same, so that a failure can be read. */
  private static List<String> differences(Map<String, ?> lived, Map<String, ?> fresh) {
    return Stream.concat(lived.keySet().stream(), fresh.keySet().stream())
        .distinct()
        .filter(id -> !Objects.equals(lived.get(id), fresh.get(id)))
        .map(id -> lived.get(id) + "\n  from scratch " + fresh.get(id))
        .toList();
  }

  @Override
  public void close() {
    map.deactivate();
    health.close();
  }
}
