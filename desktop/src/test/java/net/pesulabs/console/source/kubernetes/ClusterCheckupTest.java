package net.pesulabs.console.source.kubernetes;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import net.pesulabs.console.doctor.ClusterProbe.Access;
import net.pesulabs.console.doctor.ClusterProbe.LoginKind;
import net.pesulabs.console.doctor.ClusterProbe.NodeSight;
import net.pesulabs.console.doctor.ClusterProbe.Readiness;
import net.pesulabs.console.doctor.ClusterProbe.Right;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.source.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an API server says to the doctor, over a real socket. */
class ClusterCheckupTest {

  private static final String JSON = "application/json";

  @TempDir Path folder;
  private LoopbackServer server;
  private ClusterCheckup checkup;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer((request, out) -> reply(out, 404, "text/plain", "?"));
    checkup = checkup("token: abc");
  }

  @AfterEach
  void stop() throws IOException {
    checkup.close();
    server.close();
  }

  private ClusterCheckup checkup(String user) throws IOException {
    Path file = folder.resolve("config");
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: c
        clusters: [{name: c, cluster: {server: "%s"}}]
        contexts: [{name: c, context: {cluster: c, user: u}}]
        users: [{name: u, user: {%s}}]
        """
            .formatted(server.url(), user));
    return new ClusterCheckup(file.toString(), "", Clock.systemUTC());
  }

  private void answer(int status, String body) {
    server.answerWith((request, out) -> reply(out, status, JSON, body));
  }

  @Test
  void aLoginIsAcceptedOrRefused() throws Unanswered {
    answer(200, "{\"gitVersion\":\"v1.36.2\"}");
    assertThat(checkup.login(server.url()).kind()).isEqualTo(LoginKind.ACCEPTED);
    assertThat(checkup.login(server.url()).detail()).isEqualTo("v1.36.2");
    assertThat(server.requests().getFirst().headers()).containsEntry("authorization", "Bearer abc");

    answer(401, "{\"kind\":\"Status\",\"code\":401}");
    assertThat(checkup.login(server.url()).kind()).isEqualTo(LoginKind.REFUSED);
  }

  @Test
  void aServerInTroubleIsNoRefusal() {
    answer(503, "apiserver not ready");
    assertThatThrownBy(() -> checkup.login(server.url()))
        .isInstanceOfSatisfying(Unanswered.class, e -> assertThat(e.timedOut()).isFalse());
  }

  @Test
  void aLoginProgramThatIsMissingIsNamed() throws Exception {
    checkup =
        checkup("exec: {command: /no/such/kubelogin, apiVersion: client.authentication.k8s.io/v1}");
    answer(200, "{\"gitVersion\":\"v1.36.2\"}");

    var login = checkup.login(server.url());

    assertThat(login.kind()).isEqualTo(LoginKind.UNOBTAINABLE);
    assertThat(login.why().in(Language.EN)).contains("/no/such/kubelogin");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aKubeconfigIsToldApartFromItsLogin() throws Exception {
    assertThat(checkup.access()).isEqualTo(new Access.Usable(server.url(), false));

    assertThat(checkup("username: ana, password: secret").access())
        .isInstanceOfSatisfying(
            Access.Unusable.class, unusable -> assertThat(unusable.login()).isTrue());
    assertThat(
            new ClusterCheckup(folder.resolve("none").toString(), "", Clock.systemUTC()).access())
        .isInstanceOfSatisfying(
            Access.Unusable.class, unusable -> assertThat(unusable.login()).isFalse());
  }

  @Test
  void theRightsThatAreMissingAreTold() throws Exception {
    var pods = new Right("list", "", "pods");
    var nodes = new Right("watch", "", "nodes");
    server.answerWith((request, out) -> {
      boolean allowed = request.body().contains("\"resource\":\"pods\"");
      assertThat(request.path())
          .isEqualTo("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
      reply(out, 201, JSON, "{\"status\":{\"allowed\":" + allowed + "}}");
    });

    assertThat(checkup.missing(server.url(), List.of(pods, nodes))).containsExactly(nodes);
  }

  @Test
  void whetherItMayAskForItsRightsIsNoRight() {
    answer(403, "{\"kind\":\"Status\",\"code\":403}");
    assertThatThrownBy(() -> checkup.missing(server.url(), List.of(new Right("list", "", "pods"))))
        .isInstanceOf(Unanswered.class);
  }

  @Test
  void theChecksThatFailAreNamed() throws Unanswered {
    answer(
        500,
        "[+]ping ok\n[-]etcd failed: reason withheld\n[-]poststarthook/x failed: reason\n[+]log ok\n");
    assertThat(checkup.readiness(server.url()))
        .isEqualTo(new Readiness(false, List.of("etcd", "poststarthook/x")));
    answer(200, "ok");
    assertThat(checkup.readiness(server.url())).isEqualTo(new Readiness(true, List.of()));
  }

  @Test
  void aNodeOfWhichNothingIsHeardIsNeitherReadyNorNot() throws Unanswered {
    answer(
        200,
        """
        {"items":[
          {"metadata":{"name":"a"},"status":{"conditions":[
            {"type":"MemoryPressure","status":"False"},{"type":"Ready","status":"True"}]}},
          {"metadata":{"name":"b"},"status":{"conditions":[{"type":"Ready","status":"False"}]}},
          {"metadata":{"name":"c"},"status":{"conditions":[{"type":"Ready","status":"Unknown"}]}},
          {"metadata":{"name":"d"},"status":{}}]}
        """);

    assertThat(checkup.nodes(server.url()))
        .containsExactly(
            new NodeSight("a", true),
            new NodeSight("b", false),
            new NodeSight("c", null),
            new NodeSight("d", null));
  }
}
