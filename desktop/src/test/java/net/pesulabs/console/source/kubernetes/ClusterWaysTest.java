package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.demo.Fault;
import net.pesulabs.console.demo.PretendHomelab;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.gpu.GpuSource;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.ReachedAccess;
import net.pesulabs.console.source.reach.TestNetwork;
import net.pesulabs.console.source.reach.TestPace;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster at two addresses, over TLS. */
@Timeout(90)
class ClusterWaysTest {

  private final LiveHomelab homelab = new LiveHomelab();
  private final List<Table.Change<Pod>> changes = new CopyOnWriteArrayList<>();
  private PretendHomelab pretend;
  private ClusterSource source;
  private String first;
  private String second;

  @AfterEach
  void end() {
    source.close();
    pretend.close();
  }

  @Test
  void movesOverWithItsRowsAndComesBack() {
    start();
    awaitLiveBy(first);
    Set<String> before = uids();
    assertThat(before).isNotEmpty();
    homelab.pods().follow(changes::add);
    changes.clear();

    pretend.inject(Fault.LAN_DOWN);
    awaitLiveBy(second);
    assertThat(uids()).isEqualTo(before);
    assertThat(changes).as("no row went or was told anew").noneMatch(this::cameOrWent);
    await().untilAsserted(() -> assertThat(problem(first)).isEqualTo("cluster-source.timeout"));
    assertThat(homelab.objects().of(Kind.PODS).coverage().get().origin().address())
        .isEqualTo(second);

    pretend.cure(Fault.LAN_DOWN);
    awaitLiveBy(first);
    assertThat(uids()).isEqualTo(before);
    assertThat(changes).noneMatch(this::cameOrWent);
  }

  @Test
  void anAddressThatTheCertificateLacksIsExplainedAndNotUsed() {
    start(Fault.TLS_SAN_MISSING);
    awaitLiveBy(first);
    await().untilAsserted(() -> assertThat(problem(second)).contains("tls-san"));
    for (Language language : Language.values()) {
      assertThat(why(second).in(language))
          .contains("192.168.8.20, kubernetes")
          .contains("127.0.0.1")
          .contains("/etc/rancher/k3s/config.yaml")
          .contains("sudo systemctl restart k3s");
    }
    var used = new TreeSet<String>();
    homelab.cluster().onChange(reading -> used.add(reading.origin().address() + reading.isLive()));

    pretend.inject(Fault.LAN_DOWN);
    await().until(() -> !homelab.cluster().get().isLive());
    // Of the two reasons that there are, the one that can be mended.
    await()
        .untilAsserted(() ->
            assertThat(homelab.cluster().get().problem().map(Message::key))
                .contains("reach.tls-san"));
    assertThat(used).doesNotContain(second + true);
    assertThat(homelab.pods().size()).isPositive();

    pretend.cure(Fault.TLS_SAN_MISSING);
    awaitLiveBy(second);
  }

  @Test
  void neverAsksInPlainTextWhatIsEncryptedElsewhere() {
    pretend = PretendHomelab.start(EnumSet.noneOf(Fault.class), Clock.systemUTC());
    String plain = pretend.profile().modelUrl();
    first = server();
    follow(TestProfile.of(pretend.profile().kubeconfig(), plain));
    awaitLiveBy(first);
    await().untilAsserted(() -> assertThat(why(plain).key()).isEqualTo("reach.plain-http"));
  }

  @Test
  void lendsItsLoginToWhatIsAskedThroughIt() throws Exception {
    start();
    awaitLiveBy(first);
    assertThat(status(source.open())).isEqualTo(200);

    pretend.inject(Fault.LAN_DOWN);
    awaitLiveBy(second);
    ApiProxy.Gate gate = source.open();
    assertThat(gate.server()).hasToString(second + "/");
    assertThat(status(gate)).isEqualTo(200);
    assertThat(source.open()).as("one client while nothing changes").isEqualTo(gate);
  }

  private static int status(ApiProxy.Gate gate) throws IOException {
    var url = gate.server().newBuilder().addPathSegments("api/v1/namespaces").build();
    try (var answer = gate.client().newCall(new Request.Builder().url(url).build()).execute()) {
      return answer.code();
    }
  }

  @Test
  void whatNothingElseLeadsToIsAskedThroughIt() {
    start();
    awaitLiveBy(first);
    String service = "kube://kube-system/node-exporter:9100/metrics";
    List<Origin> ways =
        List.of(
            new Origin(Source.GPU, Route.LAN, "http://127.0.0.1:1/metrics"),
            new Origin(Source.GPU, Route.API_PROXY, service));
    try (Access access =
            ReachedAccess.start(
                ways,
                GpuSource.test(),
                source,
                homelab.ways(),
                new TestNetwork(),
                Clock.systemUTC());
        Subscription look = homelab.attention().lookAt(Source.GPU);
        Subscription gpu = GpuSource.start(access, homelab, Clock.systemUTC())) {
      assertThat(List.of(look, gpu)).doesNotContainNull();
      awaitGpuBy(service);
      assertThat(homelab.gpu().get().known().orElseThrow().cards()).isNotEmpty();

      pretend.inject(Fault.RIGHTS_MISSING);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(homelab.gpu().get().problem().map(Message::key))
                  .contains("failure.forbidden"));
    }
  }

  private void awaitGpuBy(String address) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            homelab.gpu().get().isLive() && homelab.gpu().get().origin().address().equals(address));
  }

  @Test
  void hasNothingToLendBeforeItIsConnected() {
    pretend = PretendHomelab.start(EnumSet.noneOf(Fault.class), Clock.systemUTC());
    follow(TestProfile.of("/nowhere/kubeconfig"));
    try {
      source.open();
      throw new AssertionError("lent a login it does not have");
    } catch (Failure e) {
      assertThat(e.why().key()).isEqualTo("reach.no-cluster");
    }
  }

  private void start(Fault... faults) {
    var set = EnumSet.noneOf(Fault.class);
    set.addAll(List.of(faults));
    pretend = PretendHomelab.start(set, new MovableClock());
    first = server();
    second = pretend.profile().cluster().also().getFirst();
    follow(pretend.profile());
  }

  private String server() {
    try {
      return KubeconfigReader.read(pretend.profile().kubeconfig(), "", Clock.systemUTC())
          .server()
          .toString();
    } catch (KubeconfigProblem e) {
      throw new AssertionError(e);
    }
  }

  private void follow(Profile profile) {
    homelab.objects().need(List.of(Kind.NODES, Kind.PODS));
    source =
        ClusterSource.start(profile, homelab, new TestNetwork(), Clock.systemUTC(), TestPace.QUICK);
  }

  private boolean cameOrWent(Table.Change<Pod> change) {
    return change.before() == null || change.after() == null;
  }

  private Set<String> uids() {
    return homelab.pods().all().stream().map(Pod::uid).collect(Collectors.toSet());
  }

  private Message why(String address) {
    return homelab
        .ways()
        .get(Source.CLUSTER.id() + " " + address)
        .map(Way::latency)
        .flatMap(Reading::problem)
        .orElseThrow();
  }

  private String problem(String address) {
    return homelab
        .ways()
        .get(Source.CLUSTER.id() + " " + address)
        .map(Way::latency)
        .flatMap(Reading::problem)
        .map(Message::key)
        .orElse("");
  }

  private void awaitLiveBy(String address) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          Reading<Cluster> now = homelab.cluster().get();
          boolean whole = now.known().map(Cluster::complete).orElse(false);
          return now.isLive() && whole && now.origin().address().equals(address);
        });
  }
}
