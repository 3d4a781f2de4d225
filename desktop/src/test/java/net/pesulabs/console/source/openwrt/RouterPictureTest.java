package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Router.Standing;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterPictureTest {

  private static final Door HOME = Door.web("192.168.8.1", 80);
  private static final Door TAILNET = Door.web("100.72.10.4", 80);
  private static final Door.Knock YES = new Door.Knock.Answered(Duration.ofMillis(3));
  private static final Door.Knock NO =
      new Door.Knock.Silent(new Failure(Failure.Kind.TIMED_OUT, Msg.failureTimedOut("router")));

  private final LiveHomelab homelab = new LiveHomelab();
  private final MovableClock clock = new MovableClock();
  private final RouterPicture picture = picture();

  private RouterPicture picture() {
    Profile profile = Profile.example();
    return new RouterPicture(
        profile, profile.machine(Profile.Role.GATEWAY).orElseThrow(), homelab, clock);
  }

  /** The router is found in the tailnet by the network it leads to. */
  private void tailnet(Path path) {
    var peer =
        new Tailnet.Peer(
            "flint",
            "linux",
            List.of("100.72.10.4"),
            path,
            null,
            null,
            false,
            true,
            List.of("192.168.8.0/24"));
    homelab
        .tailnet()
        .set(
            new Reading.Live<>(
                new Tailnet(Tailnet.State.UP, "1.102", null, List.of(peer), List.of()),
                new Origin(Source.TAILNET, Route.LOCAL, "tailscale"),
                clock.instant()));
  }

  private void knocked(boolean atHome, Door.Knock home, Door.Knock tailnet, Boolean names) {
    Map<Door, Door.Knock> doors = new LinkedHashMap<>();
    doors.put(HOME, home);
    doors.put(TAILNET, tailnet);
    picture.knocked(new Knocks(atHome, doors, names));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // at home, answers at home, answers in the tailnet, as the tailnet sees it, standing
        "true,  true,  true,  DIRECT,  ANSWERS",
        "true,  true,  false, OFFLINE, ANSWERS",
        "true,  true,  false, -,       ANSWERS",
        "false, false, true,  RELAYED, ANSWERS",
        "false, true,  false, DIRECT,  ANSWERS",
        "false, false, false, DIRECT,  ELSEWHERE",
        "false, false, false, IDLE,    ELSEWHERE",
        "true,  false, false, IDLE,    ELSEWHERE",
        "true,  false, false, OFFLINE, GONE",
        "true,  false, false, EXPIRED, GONE",
        "false, false, false, OFFLINE, GONE",
        "true,  false, false, UNKNOWN, GONE",
        "true,  false, false, -,       GONE",
        "false, false, false, -,       -",
        "false, false, false, UNKNOWN, -"
      })
  void concludesWhereItIs(
      boolean atHome, boolean home, boolean overTailnet, Path seen, Standing standing) {
    if (seen != null) {
      tailnet(seen);
    }
    knocked(atHome, home ? YES : NO, overTailnet ? YES : NO, home ? true : null);
    assertThat(homelab.router().get().known().map(Router::standing).orElse(null))
        .isEqualTo(standing);
    assertThat(homelab.router().get().isLive()).isEqualTo(standing != null);
  }

  @Test
  void whatNobodyToldIsNull() {
    knocked(true, YES, NO, null);
    Router router = homelab.router().get().known().orElseThrow();
    assertThat(router.answersNames()).isNull();
    assertThat(router.offersExitNode()).isNull();
    assertThat(router.routesLan()).isNull();
    assertThat(router.wan()).isNull();
    assertThat(router.leases()).isNull();
    assertThat(router.exporter()).isEqualTo(Part.NOT_SET);
    assertThat(router.load()).isEqualTo(Router.Load.UNKNOWN);
  }

  @Test
  void theTailnetTellsOfExitNodeAndRoute() {
    tailnet(Path.DIRECT);
    knocked(true, YES, YES, true);
    Router router = homelab.router().get().known().orElseThrow();
    assertThat(router.offersExitNode()).isTrue();
    assertThat(router.routesLan()).isTrue();
  }

  @Test
  void figuresGoWithTheRouter() {
    picture.exporter(Part.TOLD, told(0.5));
    knocked(true, YES, NO, true);
    assertThat(homelab.router().get().known().orElseThrow().load().load1()).isEqualTo(0.5);
    picture.exporter(new Part(Part.State.SILENT, Msg.appDemo()), Told.NOTHING);
    assertThat(homelab.router().get().known().orElseThrow().load().load1()).isNull();
    knocked(true, NO, NO, false);
    Router gone = homelab.router().get().known().orElseThrow();
    assertThat(gone.standing()).isEqualTo(Standing.GONE);
    assertThat(gone.answersNames()).as("of one that is gone, that goes without saying").isNull();
  }

  @Test
  void whoTellsFiguresIsThere() {
    picture.exporter(Part.TOLD, told(0.5));
    knocked(true, NO, NO, false);
    assertThat(homelab.router().get().known().orElseThrow().standing()).isEqualTo(Standing.ANSWERS);
  }

  private static Told told(double load) {
    return new Told(
        Router.Device.UNKNOWN,
        new Router.Load(null, load, null, null, null, null, null, null, null),
        null,
        null,
        List.of());
  }

  @Test
  void tellsTheWays() {
    tailnet(Path.DIRECT);
    knocked(true, NO, YES, null);
    assertThat(homelab.ways().all())
        .extracting(Way::id, Way::inUse, way -> way.latency().freshness())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("gateway 192.168.8.1", false, Freshness.UNKNOWN),
            org.assertj.core.groups.Tuple.tuple("gateway 100.72.10.4", true, Freshness.LIVE));
    assertThat(homelab.router().get().origin())
        .isEqualTo(new Origin(Source.GATEWAY, Route.TAILNET, "100.72.10.4"));

    knocked(true, YES, NO, true);
    assertThat(homelab.ways().get("gateway 192.168.8.1").orElseThrow().inUse()).isTrue();
    Way tailnet = homelab.ways().get("gateway 100.72.10.4").orElseThrow();
    assertThat(tailnet.latency().freshness()).isEqualTo(Freshness.STALE);
    assertThat(tailnet.latency().known()).contains(Duration.ofMillis(3));
  }

  @Test
  void onceClosedItIsSilentAndItsWaysAreGone() {
    knocked(true, YES, YES, true);
    Reading<Router> before = homelab.router().get();
    picture.close();
    knocked(true, NO, NO, false);
    picture.lost(Msg.appDemo());
    assertThat(homelab.router().get()).isEqualTo(before);
    assertThat(homelab.ways().size()).isZero();
  }
}
