package net.pesulabs.console.source.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.gpu.GpuSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An exporter at two addresses, one of which fails in each of the manners networks know. */
@Timeout(90)
class MovingOverTest {

  private final LiveHomelab homelab = new LiveHomelab();
  private final TestNetwork network = new TestNetwork();
  private final List<Subscription> open = new ArrayList<>();
  private final List<Reading<GpuNode>> told = new CopyOnWriteArrayList<>();
  private LoopbackServer server;
  private TroubledDoor lan;
  private TroubledDoor tailnet;

  @BeforeEach
  void serve() throws IOException {
    server = new LoopbackServer((request, out) -> scrape(out));
    lan = new TroubledDoor(server.port());
    tailnet = new TroubledDoor(server.port());
  }

  @AfterEach
  void end() throws Exception {
    open.reversed().forEach(Subscription::close);
    lan.close();
    tailnet.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, true", "BLACK_HOLE, true", "RESET, true", "HALF_OPEN, true",
    "REFUSED, false", "BLACK_HOLE, false", "RESET, false", "HALF_OPEN, false"
  })
  void movesOverAndComesBack(TroubledDoor.Manner manner, boolean lookedAt) throws Exception {
    if (lookedAt) {
      open.add(homelab.attention().lookAt(Source.GPU));
    }
    start();
    awaitLiveBy(Route.LAN);

    lan.fail(manner);
    awaitLiveBy(Route.TAILNET);
    assertThat(homelab.ways().all()).filteredOn(Way::inUse).singleElement();
    await().untilAsserted(() -> assertThat(way(Route.LAN).latency().isLive()).isFalse());

    lan.heal();
    awaitLiveBy(Route.LAN);
  }

  @Test
  void theHistoryGoesOn() throws Exception {
    open.add(homelab.attention().lookAt(Source.GPU));
    start();
    awaitLiveBy(Route.LAN);
    int before = told.size();

    lan.fail(TroubledDoor.Manner.REFUSED);
    awaitLiveBy(Route.TAILNET);
    await().until(() -> told.size() > before);
    assertThat(told).as("no moment of silence on screen").allMatch(Reading::isLive);
  }

  @Test
  void theFirstThatAnswersAtTheStart() throws Exception {
    lan.fail(TroubledDoor.Manner.BLACK_HOLE);
    start();
    awaitLiveBy(Route.TAILNET);
    assertThat(told).as("nothing was said of the way that failed").allMatch(Reading::isLive);
  }

  @Test
  void aChangeOfNetworkIsLookedAtAtOnce() throws Exception {
    // Nothing but that change would tell within the time that is waited for below.
    start(
        List.of(origin(Route.LAN, lan), origin(Route.TAILNET, tailnet)),
        ApiProxy.NONE,
        deaf(Duration.ofMinutes(2)));
    awaitLiveBy(Route.LAN);
    lan.fail(TroubledDoor.Manner.HALF_OPEN);
    network.change("100.64.0.7");
    await().atMost(Duration.ofSeconds(20)).until(() -> way(Route.TAILNET).inUse());
  }

  @Test
  void whereNothingAnswersItSaysSoAndComesBackWithTheFirst() throws Exception {
    open.add(homelab.attention().lookAt(Source.GPU));
    start();
    awaitLiveBy(Route.LAN);
    lan.fail(TroubledDoor.Manner.REFUSED);
    tailnet.fail(TroubledDoor.Manner.REFUSED);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> homelab.gpu().get() instanceof Reading.Stale<GpuNode>);
    await().until(() -> homelab.ways().all().stream().noneMatch(way -> way.latency().isLive()));

    tailnet.heal();
    awaitLiveBy(Route.TAILNET);
  }

  @Test
  void aStrangerAtThePrivateAddressIsNotTakenForTheExporter() throws Exception {
    try (var router =
        new LoopbackServer((request, out) ->
            LoopbackServer.reply(out, 200, "text/html", "<!doctype html><p>Login")); ) {
      var other = new TroubledDoor(router.port());
      open.add(uncheckedClose(other));
      start(List.of(origin(Route.LAN, other), origin(Route.TAILNET, tailnet)), ApiProxy.NONE);
      awaitLiveBy(Route.TAILNET);
      await().until(() -> way(Route.LAN).latency().problem().isPresent());
      assertThat(way(Route.LAN).latency().problem().orElseThrow().key())
          .isEqualTo("gpu-source.web-page");
    }
  }

  @Test
  void throughTheApiServerWhereNothingElseAnswers() throws Exception {
    lan.fail(TroubledDoor.Manner.REFUSED);
    var kube = new Origin(Source.GPU, Route.API_PROXY, "kube://monitoring/exporter:9100/metrics");
    ApiProxy proxy =
        () ->
            new ApiProxy.Gate(
                okhttp3.HttpUrl.get(server.url()),
                new okhttp3.OkHttpClient.Builder()
                    .addInterceptor(chain ->
                        chain.proceed(
                            chain.request().newBuilder().header("Authorization", "me").build()))
                    .build());
    start(List.of(origin(Route.LAN, lan), kube), proxy);
    awaitLiveBy(Route.API_PROXY);
    assertThat(server.requests())
        .allSatisfy(request -> {
          assertThat(request.path())
              .isEqualTo("/api/v1/namespaces/monitoring/services/exporter:9100/proxy/metrics");
          assertThat(request.headers()).containsEntry("authorization", "me");
        });
  }

  @Test
  void withoutAClusterThatWayIsNone() {
    ApiProxy none =
        () -> {
          throw new Failure(Failure.Kind.NO_ROUTE, Msg.reachNoCluster());
        };
    start(
        List.of(
            origin(Route.LAN, lan),
            new Origin(Source.GPU, Route.API_PROXY, "kube://monitoring/exporter:9100/metrics")),
        none);
    awaitLiveBy(Route.LAN);
    await().until(() -> way(Route.API_PROXY).latency().problem().isPresent());
    await()
        .untilAsserted(() ->
            assertThat(way(Route.API_PROXY).latency().problem().orElseThrow().key())
                .isEqualTo("reach.no-cluster"));
  }

  @ParameterizedTest
  @EnumSource(TroubledDoor.Manner.class)
  void leavesNothingOpenBehind(TroubledDoor.Manner manner) throws Exception {
    start();
    awaitLiveBy(Route.LAN);
    lan.fail(manner);
    awaitLiveBy(Route.TAILNET);
    open.reversed().forEach(Subscription::close);
    open.clear();

    await().untilAsserted(() -> assertThat(tailnet.open()).isZero());
    await().untilAsserted(() -> assertThat(lan.open()).isZero());
    assertThat(network.listeners()).isZero();
    assertThat(homelab.ways().all()).isEmpty();
  }

  @Test
  void asksNoMoreThanNeededWhileAllIsWell() throws Exception {
    open.add(homelab.attention().lookAt(Source.GPU));
    // As in a house: the source asks once a second, and is heard in time.
    start(
        List.of(origin(Route.LAN, lan), origin(Route.TAILNET, tailnet)), ApiProxy.NONE, Pace.USUAL);
    awaitLiveBy(Route.LAN);
    await().until(() -> way(Route.TAILNET).latency().isLive());
    await().until(() -> told.size() >= 3);
    assertThat(tailnet.accepted()).as("the survey after the start, and no other").isLessThan(3);
  }

  private void start() {
    start(List.of(origin(Route.LAN, lan), origin(Route.TAILNET, tailnet)), ApiProxy.NONE);
  }

  private void start(List<Origin> ways, ApiProxy proxy) {
    start(ways, proxy, TestPace.QUICK);
  }

  /** Hears of nothing for that long but what it is told. */
  private static Pace deaf(Duration silence) {
    Pace quick = TestPace.QUICK;
    return new Pace(
        silence,
        quick.restless(),
        quick.restlessness(),
        quick.weary(),
        silence,
        quick.patience(),
        quick.verdict(),
        quick.stagger(),
        quick.limit(),
        quick.grace());
  }

  private void start(List<Origin> ways, ApiProxy proxy, Pace pace) {
    Access access =
        ReachedAccess.start(
            ways, GpuSource.test(), proxy, homelab.ways(), network, Clock.systemUTC(), pace);
    open.add(access);
    open.add(GpuSource.start(access, homelab, Clock.systemUTC()));
    open.add(
        homelab
            .gpu()
            .onChange(reading -> {
              if (!reading.problem().equals(java.util.Optional.of(Msg.readingWaiting()))) {
                told.add(reading);
              }
            }));
  }

  private static Subscription uncheckedClose(TroubledDoor door) {
    return () -> {
      try {
        door.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    };
  }

  private static Origin origin(Route route, TroubledDoor door) {
    return new Origin(Source.GPU, route, "http://127.0.0.1:" + door.port() + "/metrics");
  }

  private void awaitLiveBy(Route route) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          Reading<GpuNode> now = homelab.gpu().get();
          return now.isLive() && now.origin().route() == route && way(route).inUse();
        });
  }

  private Way way(Route route) {
    return homelab.ways().all().stream()
        .filter(way -> way.latency().origin().route() == route)
        .findFirst()
        .orElseThrow();
  }

  private static void scrape(OutputStream out) throws IOException {
    LoopbackServer.reply(
        out,
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        Captures.text("node/amd-normal.prom"));
  }
}
