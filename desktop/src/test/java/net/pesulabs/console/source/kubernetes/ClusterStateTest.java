package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;

class ClusterStateTest {

  private static final Message CUT = Msg.clusterSourceCut("h");
  private static final Message FORBIDDEN = Msg.clusterSourceForbidden("list", "nodes");
  private static final Message TIMEOUT = Msg.clusterSourceTimeout("h");
  private static final Origin ORIGIN = new Origin(Source.CLUSTER, Route.LAN, "https://h");

  private final MovableClock clock = new MovableClock();
  private final Cell<Reading<Cluster>> cell =
      new Cell<>(new Reading.Unknown<>(ORIGIN, Msg.readingWaiting()));
  private final ClusterState state = new ClusterState(cell, ORIGIN, clock);
  private final Reflector.Listener nodes = state.table("nodes");
  private final Reflector.Listener pods = state.table("pods");

  @Test
  void isUnknownUntilAllIsThere() {
    state.beat("v1");
    nodes.listed();
    nodes.current();
    assertThat(cell.get()).isInstanceOf(Reading.Unknown.class);

    pods.listed();
    assertThat(cell.get())
        .isEqualTo(new Reading.Live<>(new Cluster("v1", true), ORIGIN, clock.instant()));
  }

  @Test
  void aListThatNoWatchFollowsGrowsOld() {
    state.beat("v1");
    nodes.current();
    pods.listed();
    Instant listed = clock.instant();
    clock.move(Duration.ofSeconds(5));
    state.beat("v1");

    assertThat(cell.get().freshness()).isEqualTo(Freshness.STALE);
    assertThat(cell.get().heardAt()).contains(listed);
  }

  @Test
  void withoutListsAnAnswerOfTheServerIsNotLife() {
    state.beat("v1");
    nodes.behind(FORBIDDEN, true);
    pods.behind(FORBIDDEN, true);

    assertThat(cell.get()).isEqualTo(new Reading.Unknown<>(ORIGIN, FORBIDDEN));
  }

  @Test
  void whatIsAllowedIsShownAndWhatIsNotIsSaid() {
    state.beat("v1");
    nodes.behind(FORBIDDEN, true);
    pods.listed();

    assertThat(cell.get())
        .isEqualTo(
            new Reading.Stale<>(new Cluster("v1", false), ORIGIN, clock.instant(), FORBIDDEN));
  }

  @Test
  void losingTheServerKeepsThePictureAndItsAge() {
    live();
    Instant heard = clock.instant();
    clock.move(Duration.ofSeconds(9));
    state.silent(TIMEOUT);

    assertThat(cell.get())
        .isEqualTo(new Reading.Stale<>(new Cluster("v1", true), ORIGIN, heard, TIMEOUT));

    state.beat("v2");
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
    state.beat("v1");
    assertThat(cell.get().isLive()).isTrue();
  }

  @Test
  void aConnectionThatStaysAwayMakesThePictureAsOldAsItsLoss() {
    live();
    Instant lost = clock.instant();
    pods.behind(CUT, false);
    clock.move(Duration.ofSeconds(5));
    state.beat("v1");

    assertThat(cell.get())
        .isEqualTo(new Reading.Stale<>(new Cluster("v1", true), ORIGIN, lost, CUT));
  }

  @Test
  void nothingIsSaidOnceClosed() {
    live();
    state.close();
    state.silent(TIMEOUT);

    assertThat(cell.get().isLive()).isTrue();
  }

  private void live() {
    state.beat("v1");
    nodes.listed();
    pods.listed();
    nodes.current();
    pods.current();
  }
}
