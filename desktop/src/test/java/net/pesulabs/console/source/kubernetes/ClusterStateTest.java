package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;

class ClusterStateTest {

  private static final Trouble CUT = Trouble.of(Trouble.Kind.LINK, Msg.clusterSourceCut("h"));
  private static final Trouble FORBIDDEN =
      Trouble.of(Trouble.Kind.FORBIDDEN, Msg.clusterSourceForbidden("list", "nodes"));
  private static final Message TIMEOUT = Msg.clusterSourceTimeout("h");
  private static final Origin ORIGIN = new Origin(Source.CLUSTER, Route.LAN, "https://h");
  private static final Api.Head HEAD = new Api.Head(null, List.of());

  private final MovableClock clock = new MovableClock();
  private final Cell<Reading<Cluster>> cell =
      new Cell<>(new Reading.Unknown<>(ORIGIN, Msg.readingWaiting()));
  private final ClusterObjects objects = new ClusterObjects();
  private final ClusterState state = new ClusterState(cell, ORIGIN, List.of(), clock);
  private final Reflector.Listener nodes = follow(Kind.NODES);
  private final Reflector.Listener pods = follow(Kind.PODS);

  private Reflector.Listener follow(Kind<?> kind) {
    state.follow(objects.of(kind));
    return state.scope(kind, "");
  }

  private Reading<Coverage> coverage(Kind<?> kind) {
    return objects.of(kind).coverage().get();
  }

  @Test
  void isUnknownUntilThereIsSomethingAndCompleteOnlyWhenAllIsThere() {
    state.beat("v1", HEAD);
    assertThat(cell.get()).isEqualTo(new Reading.Unknown<>(ORIGIN, Msg.readingWaiting()));

    pods.begun();
    assertThat(cell.get())
        .isEqualTo(new Reading.Live<>(new Cluster("v1", false), ORIGIN, clock.instant()));
    assertThat(coverage(Kind.PODS).isLive()).as("some are not all").isFalse();

    nodes.listed();
    nodes.current();
    pods.listed();
    pods.current();
    assertThat(cell.get())
        .isEqualTo(new Reading.Live<>(new Cluster("v1", true), ORIGIN, clock.instant()));
    assertThat(objects.of(Kind.PODS).isAllOf("apps")).isTrue();
  }

  @Test
  void aListThatNoWatchFollowsGrowsOld() {
    state.beat("v1", HEAD);
    nodes.current();
    pods.listed();
    Instant listed = clock.instant();
    clock.move(Duration.ofSeconds(5));
    state.beat("v1", HEAD);

    assertThat(cell.get().freshness()).isEqualTo(Freshness.STALE);
    assertThat(cell.get().heardAt()).contains(listed);
  }

  @Test
  void withoutListsAnAnswerOfTheServerIsNotLife() {
    state.beat("v1", HEAD);
    nodes.behind(FORBIDDEN, true);
    pods.behind(FORBIDDEN, true);

    assertThat(cell.get()).isEqualTo(new Reading.Unknown<>(ORIGIN, FORBIDDEN.why()));
    assertThat(coverage(Kind.PODS)).isEqualTo(new Reading.Unknown<>(ORIGIN, FORBIDDEN.why()));
  }

  @Test
  void whatIsAllowedIsShownAndWhatIsNotIsSaid() {
    state.beat("v1", HEAD);
    nodes.behind(FORBIDDEN, true);
    pods.listed();
    pods.current();

    assertThat(cell.get().isLive()).isTrue();
    Cluster cluster = cell.get().known().orElseThrow();
    assertThat(cluster.complete()).isTrue();
    assertThat(cluster.missing()).containsExactly(new Cluster.MissingRight("nodes", true));
    assertThat(coverage(Kind.NODES)).isEqualTo(new Reading.Unknown<>(ORIGIN, FORBIDDEN.why()));
  }

  @Test
  void whatIsSeenOfSomeNamespacesIsSaidToBeNoMore() {
    state.beat("v1", HEAD);
    nodes.listed();
    nodes.current();
    pods.behind(FORBIDDEN, true);
    Reflector.Listener apps = state.scope(Kind.PODS, "apps");
    Reflector.Listener media = state.scope(Kind.PODS, "media");
    assertThat(cell.get().known().orElseThrow().complete()).isFalse();

    apps.listed();
    apps.current();
    media.behind(FORBIDDEN, true);

    assertThat(coverage(Kind.PODS).known().orElseThrow().namespaces()).containsExactly("apps");
    assertThat(objects.of(Kind.PODS).isAllOf("apps")).isTrue();
    assertThat(objects.of(Kind.PODS).isAllOf("media")).isFalse();
    Cluster cluster = cell.get().known().orElseThrow();
    assertThat(cell.get().isLive()).isTrue();
    assertThat(cluster.complete()).isTrue();
    assertThat(cluster.missing()).containsExactly(new Cluster.MissingRight("pods", false));

    apps.behind(CUT, true);
    assertThat(cell.get().freshness()).isEqualTo(Freshness.STALE);

    apps.current();
    pods.listed(); // the right was granted
    pods.current();
    state.dropScope(Kind.PODS, "apps");
    state.dropScope(Kind.PODS, "media");
    assertThat(objects.of(Kind.PODS).isAllOf("media")).isTrue();
    assertThat(cell.get().known().orElseThrow().missing()).isEmpty();
  }

  @Test
  void aKindOfWhichOnlyAPageKnowsSaysNothingOfTheRest() {
    live();
    var widgets = Kind.listed("acme.org", "v1", "widgets", "Widget", true);
    follow(widgets).behind(CUT, true);

    assertThat(cell.get().isLive()).isTrue();
    assertThat(coverage(widgets).isLive()).isFalse();
  }

  @Test
  void whatNobodyNeedsAnyMoreIsForgotten() {
    live();
    objects.of(Kind.NODES).rows().put(Json.parse(new NodeParser(), "{}"));
    state.unfollow(Kind.NODES);

    assertThat(objects.of(Kind.NODES).rows().all()).isEmpty();
    assertThat(coverage(Kind.NODES).freshness()).isEqualTo(Freshness.UNKNOWN);
    nodes.behind(CUT, true); // its thread may still be on its way
    assertThat(cell.get().isLive()).isTrue();
  }

  @Test
  void theServersClockIsToldOnlyWhereItDiffers() {
    beatAt(clock.instant().plusSeconds(1));
    pods.begun();
    assertThat(ahead()).isEqualTo(Duration.ZERO);
    beatAt(clock.instant().plusSeconds(95));
    assertThat(ahead()).isEqualTo(Duration.ofSeconds(95));
    beatAt(clock.instant().plusSeconds(96));
    assertThat(ahead()).as("no news").isEqualTo(Duration.ofSeconds(95));
    beatAt(clock.instant().minusSeconds(1));
    assertThat(ahead()).isEqualTo(Duration.ZERO);
  }

  private void beatAt(Instant date) {
    state.beat("v1", new Api.Head(date, List.of()));
  }

  private Duration ahead() {
    return cell.get().known().orElseThrow().clockAhead();
  }

  @Test
  void losingTheServerKeepsThePictureAndItsAge() {
    live();
    Instant heard = clock.instant();
    clock.move(Duration.ofSeconds(9));
    state.silent(TIMEOUT);

    assertThat(cell.get())
        .isEqualTo(new Reading.Stale<>(new Cluster("v1", true), ORIGIN, heard, TIMEOUT));

    state.beat("v2", HEAD);
    assertThat(cell.get().isLive()).isTrue();
    assertThat(cell.get().heardAt()).contains(clock.instant());
  }

  @Test
  void aQuickNewConnectionIsNotAlarming() {
    live();
    pods.behind(CUT, false);
    assertThat(cell.get().isLive()).isTrue();

    pods.current();
    clock.move(Duration.ofSeconds(5));
    state.beat("v1", HEAD);
    assertThat(cell.get().isLive()).isTrue();
  }

  @Test
  void aConnectionThatStaysAwayMakesThePictureAsOldAsItsLoss() {
    live();
    Instant lost = clock.instant();
    pods.behind(CUT, false);
    clock.move(Duration.ofSeconds(5));
    state.beat("v1", HEAD);

    assertThat(cell.get())
        .isEqualTo(new Reading.Stale<>(new Cluster("v1", true), ORIGIN, lost, CUT.why()));
  }

  @Test
  void nothingIsSaidOnceClosed() {
    live();
    state.close();
    state.silent(TIMEOUT);

    assertThat(cell.get().isLive()).isTrue();
  }

  private void live() {
    state.beat("v1", HEAD);
    nodes.listed();
    pods.listed();
    nodes.current();
    pods.current();
  }
}
