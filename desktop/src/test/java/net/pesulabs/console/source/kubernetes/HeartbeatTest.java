package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeartbeatTest implements Api, Heartbeat.Listener {

  private static final Answers ANSWERS = new Answers("h");

  private final MovableClock clock = new MovableClock();
  private final List<String> told = new ArrayList<>();
  private final Heartbeat heartbeat =
      new Heartbeat(this, this, () -> false, Heartbeat.USUAL, Pause.real(), clock);

  private boolean elsewhere;

  /** What the server does next; null to answer. */
  private @Nullable IOException failure;

  @Test
  void tellsTheVersionEveryFiveSeconds() {
    assertThat(heartbeat.step()).isEqualTo(Duration.ofSeconds(5));
    assertThat(told).containsExactly("beat v1.33.4+k3s1");
  }

  @Test
  void asksSoonWhileThereIsNoWayAndDistrustsOldConnectionsAfterwards() {
    heartbeat.step();
    failure = new ConnectException("Connection refused");
    assertThat(heartbeat.step()).isEqualTo(Duration.ofSeconds(1));
    clock.move(Duration.ofSeconds(1));
    failure = null;
    heartbeat.step();

    assertThat(told)
        .containsExactly(
            "beat v1.33.4+k3s1", "silent cluster-source.refused", "distrust", "beat v1.33.4+k3s1");
  }

  @Test
  void goesOnAtOnceWhereThereIsAnotherWay() {
    heartbeat.step();
    failure = new ConnectException("Connection refused");
    elsewhere = true;
    assertThat(heartbeat.step()).isEqualTo(Duration.ZERO);
    failure = null;
    heartbeat.step();

    assertThat(told)
        .as("who moved has made new connections already")
        .containsExactly("beat v1.33.4+k3s1", "silent cluster-source.refused", "beat v1.33.4+k3s1");
  }

  @Test
  void givesTheServerTheTimeItAsksFor() {
    failure =
        new ApiException(
            new Trouble(Trouble.Kind.BUSY, Msg.clusterSourceBusy("503"), Duration.ofSeconds(17)));

    assertThat(heartbeat.step()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void distrustsAllConnectionsAfterSleep() {
    clock.move(heartbeat.step());
    clock.move(Duration.ofSeconds(9)); // a slow answer is no sleep
    clock.move(heartbeat.step());
    assertThat(told).doesNotContain("distrust");

    clock.move(Duration.ofMinutes(10));
    heartbeat.step();
    assertThat(told).contains("distrust");
  }

  @Override
  public Exchange exchange(Request request) {
    assertThat(request.path()).isEqualTo("/version");
    return new Exchange() {
      @Override
      public InputStream send() throws IOException {
        if (failure != null) {
          throw failure;
        }
        return new ByteArrayInputStream(
            Json.quoted("{'major':'1','gitVersion':'v1.33.4+k3s1'}")
                .getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void begin() {} // all in one thread

      @Override
      public Api.Head head() {
        return new Api.Head(null, List.of());
      }

      @Override
      public void cut() {}

      @Override
      public void close() {}
    };
  }

  @Override
  public ApiException failure(Request request, StatusBody status) {
    return ANSWERS.toldInside(request, status);
  }

  @Override
  public Trouble trouble(IOException e) {
    return ANSWERS.trouble(e);
  }

  @Override
  public void beat(String version, Api.Head head) {
    told.add("beat " + version);
  }

  @Override
  public boolean silent(Message why) {
    told.add("silent " + why.key());
    return elsewhere;
  }

  @Override
  public void distrust() {
    told.add("distrust");
  }
}
