package net.pesulabs.console.source.openwrt;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, with a clock moved by hand. */
class AccountQuestionTest {

  private final FakeUbus ubus = new FakeUbus();
  private final LiveHomelab homelab = new LiveHomelab();
  private final MovableClock clock = new MovableClock();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean lookedAt = new AtomicBoolean(true);
  private final FixedSecrets secrets = new FixedSecrets();
  private final Http http = new Http(Duration.ofSeconds(2), Duration.ofSeconds(2));
  private LoopbackServer server;
  private AccountQuestion question;

  /** One password, that a test may change. */
  private static final class FixedSecrets implements Secrets {
    private Optional<String> password = Optional.of("right");

    @Override
    public Optional<String> get(String name) {
      assertThat(name).startsWith("router console http://127.0.0.1:");
      return password;
    }

    @Override
    public Kept put(String name, String secret) {
      throw new AssertionError("a source only reads");
    }

    @Override
    public void remove(String name) {
      throw new AssertionError("a source only reads");
    }

    @Override
    public Kept kept(String name) {
      return password.isPresent() ? Kept.IN_KEYRING : Kept.NOWHERE;
    }
  }

  @BeforeEach
  void serve() throws IOException {
    server = new LoopbackServer(ubus);
    var gateway = new Profile.Gateway("", server.url() + "/ubus", "console");
    Profile profile = Profile.example();
    var picture =
        new RouterPicture(
            profile, profile.machine(Profile.Role.GATEWAY).orElseThrow(), homelab, clock);
    picture.knocked(
        new Knocks(
            true,
            Map.of(Door.web("192.168.8.1", 80), new Door.Knock.Answered(Duration.ofMillis(2))),
            true));
    question =
        new AccountQuestion(gateway, http, secrets, lookedAt::get, picture, clock, nanos::get);
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    server.close();
  }

  private Router router() {
    return homelab.router().get().known().orElseThrow();
  }

  private void askAfter(int seconds) throws Failure {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    clock.move(Duration.ofSeconds(seconds));
    question.ask();
  }

  /** The name leads here; what it might lead to elsewhere is what counts. */
  @ParameterizedTest
  @ValueSource(strings = {"http://router.example.net/ubus", "http://203.0.113.7/ubus"})
  void aPasswordNeverGoesInTheOpen(String url) {
    var far = new Profile.Gateway("", url, "console");
    var picture =
        new RouterPicture(
            Profile.example(),
            Profile.example().machine(Profile.Role.GATEWAY).orElseThrow(),
            homelab,
            clock);
    var open = new AccountQuestion(far, http, secrets, lookedAt::get, picture, clock, nanos::get);
    assertThatThrownBy(open::ask)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_SETTING);
              assertThat(failure.why().in(Language.EN)).contains("without encryption");
            });
    assertThat(ubus.logins).isEmpty();
  }

  @Test
  void logsInOnceAndTellsAll() throws Failure {
    question.ask();
    Instant now = clock.instant();
    assertThat(router().account()).isEqualTo(Part.TOLD);
    assertThat(router().device().model()).isEqualTo("GL.iNet GL-MT2500");
    assertThat(router().load().load1()).isEqualTo(1);
    assertThat(router().load().startedAt()).isEqualTo(now.minusSeconds(60));
    assertThat(router().wan()).isEqualTo(new Router.Wan(true, "203.0.113.7", now.minusSeconds(5)));
    assertThat(router().leases())
        .containsExactly(new Router.Lease(null, "192.168.8.20", null, null));

    askAfter(10);
    assertThat(ubus.logins).hasSize(1);
    assertThat(ubus.calls)
        .as("what does not change is asked once, the leases once a minute")
        .containsExactly(
            "system info",
            "network.interface dump",
            "system board",
            "luci-rpc getDHCPLeases",
            "system info",
            "network.interface dump");
    assertThat(router().leases()).hasSize(1);
  }

  @Test
  void neverAsksMoreOftenThanEachTenSeconds() throws Failure {
    question.ask();
    int requests = server.requests().size();
    askAfter(1);
    askAfter(5);
    assertThat(server.requests()).hasSize(requests);
    askAfter(4);
    assertThat(server.requests()).hasSizeGreaterThan(requests);
  }

  @Test
  void asksForLeasesOnceAMinuteWhileSomebodyLooks() throws Failure {
    question.ask();
    for (int i = 0; i < 6; i++) {
      askAfter(10);
    }
    assertThat(leaseCalls()).isEqualTo(2);
    lookedAt.set(false);
    for (int i = 0; i < 12; i++) {
      askAfter(30);
    }
    assertThat(leaseCalls()).as("nobody looks").isEqualTo(2);
  }

  private long leaseCalls() {
    return ubus.calls.stream().filter("luci-rpc getDHCPLeases"::equals).count();
  }

  @Test
  void aSessionThatEndedIsBegunAnew() throws Failure {
    question.ask();
    ubus.endSessions();
    askAfter(10);
    assertThat(ubus.logins).hasSize(2);
    assertThat(router().account()).isEqualTo(Part.TOLD);
    assertThat(router().wan()).isNotNull();
  }

  @Test
  void aWrongPasswordIsNotTriedTwice() throws Failure {
    secrets.password = Optional.of("wr0ng");
    question.ask();
    assertThat(router().account().state()).isEqualTo(Part.State.REFUSED);
    assertThat(router().account().why().in(Language.EN))
        .contains("console")
        .doesNotContain("wr0ng");
    askAfter(30);
    askAfter(30);
    assertThat(ubus.logins).containsExactly("wr0ng");

    secrets.password = Optional.of("right");
    askAfter(10);
    assertThat(ubus.logins).containsExactly("wr0ng", "right");
    assertThat(router().account()).isEqualTo(Part.TOLD);
  }

  @Test
  void aPasswordThatWasChangedOnTheRouterIsTold() throws Failure {
    question.ask();
    ubus.password = "another";
    ubus.endSessions();
    askAfter(10);
    assertThat(router().account().state()).isEqualTo(Part.State.REFUSED);
    assertThat(router().wan()).as("old news").isNull();
    assertThat(router().leases()).isNull();
  }

  @Test
  void withoutAPasswordNobodyIsAsked() throws Failure {
    secrets.password = Optional.empty();
    question.ask();
    assertThat(server.requests()).isEmpty();
    assertThat(router().account().state()).isEqualTo(Part.State.SILENT);
    secrets.password = Optional.of("right");
    askAfter(10);
    assertThat(router().account()).isEqualTo(Part.TOLD);
  }

  @Test
  void aRightThatIsMissingIsToldAndAskedForOnceAMinute() throws Failure {
    ubus.withheld.add("luci-rpc getDHCPLeases");
    question.ask();
    assertThat(router().account().state()).isEqualTo(Part.State.TOLD);
    assertThat(router().account().why().in(Language.EN)).contains("luci-rpc getDHCPLeases");
    assertThat(router().wan()).isNotNull();
    assertThat(router().leases()).isNull();
    askAfter(10);
    askAfter(10);
    assertThat(ubus.logins).as("one more login, not one each time").hasSize(2);
    ubus.withheld.clear();
    askAfter(60);
    assertThat(router().account()).isEqualTo(Part.TOLD);
    assertThat(router().leases()).hasSize(1);
  }

  @Test
  void withoutAnyRightItIsRefused() throws Failure {
    ubus.withheld.addAll(
        List.of("system info", "system board", "network.interface dump", "luci-rpc getDHCPLeases"));
    question.ask();
    assertThat(router().account().state()).isEqualTo(Part.State.REFUSED);
    askAfter(10);
    askAfter(10);
    assertThat(ubus.logins).hasSize(2);
    ubus.withheld.clear();
    askAfter(60);
    assertThat(router().account()).isEqualTo(Part.TOLD);
  }

  static Stream<LoopbackServer.Handler> strangers() {
    return Stream.of(
        (request, out) -> reply(out, 200, "text/html", "<!DOCTYPE html><title>LuCI</title>"),
        (request, out) ->
            reply(out, 200, "application/json", "{\"jsonrpc\":\"2.0\",\"id\":1,\"res"),
        (request, out) -> reply(out, 200, "application/json", "[]"),
        (request, out) -> reply(out, 200, "application/json", ""),
        (request, out) -> reply(out, 200, "application/json", "{\"result\":{\"a\":1}}"),
        (request, out) -> reply(out, 200, "application/json", "{\"result\":[0]}"),
        (request, out) ->
            reply(out, 200, "application/json", "{\"result\":[0,{\"ubus_rpc_session\":5}]}"),
        (request, out) -> reply(out, 200, "application/json", "x".repeat((8 << 20) + 1)),
        (request, out) -> reply(out, 302, "text/html", ""));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void whoeverElseAnswersIsTold(LoopbackServer.Handler stranger) {
    server.answerWith(stranger);
    Failure failure = catchThrowableOfType(Failure.class, () -> question.ask());
    assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_UNDERSTOOD);
    question.lost(failure.why());
    assertThat(router().account().state()).isEqualTo(Part.State.SILENT);
  }

  @Test
  void aReplyCutInTheMiddleIsToldAndForgotten() throws Failure {
    question.ask();
    server.answerWith((request, out) -> reply(out, 200, "application/json", "[{\"jsonrpc\":"));
    Failure failure = catchThrowableOfType(Failure.class, () -> askAfter(10));
    question.lost(failure.why());
    assertThat(router().wan()).isNull();
    server.answerWith(ubus);
    askAfter(10);
    assertThat(router().account()).isEqualTo(Part.TOLD);
  }

  @Test
  void thatRpcdIsNotRunningIsTold() {
    server.answerWith((request, out) ->
        reply(out, 200, "application/json", "{\"id\":1," + FakeUbus.NO_OBJECT + "}"));
    Failure failure = catchThrowableOfType(Failure.class, () -> question.ask());
    assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
  }

  @Test
  void asksNothingThatChangesAnything() throws Failure {
    question.ask();
    ubus.endSessions();
    askAfter(60);
    assertThat(ubus.calls)
        .isSubsetOf(
            "system board", "system info", "network.interface dump", "luci-rpc getDHCPLeases");
    assertThat(server.requests()).allMatch(request -> request.path().equals("/ubus"));
  }
}
