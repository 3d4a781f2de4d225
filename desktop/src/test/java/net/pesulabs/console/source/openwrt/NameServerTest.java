package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a name server on a real UDP port, honest or not. */
class NameServerTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress ROUTER = InetAddress.ofLiteral("192.168.8.1");

  private final AtomicInteger asked = new AtomicInteger();
  private DatagramSocket server;
  private int port;

  @BeforeEach
  void open() throws IOException {
    server = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
    port = server.getLocalPort();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private boolean answers() {
    return NameServer.answers(new InetSocketAddress(LOOPBACK, port), ROUTER);
  }

  private void serve(Function<byte[], List<byte[]>> answersTo) {
    Thread.ofVirtual()
        .start(() -> {
          var packet = new DatagramPacket(new byte[512], 512);
          while (!server.isClosed()) {
            try {
              server.receive(packet);
              asked.incrementAndGet();
              byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
              for (byte[] answer : answersTo.apply(question)) {
                server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
              }
            } catch (IOException e) {
              return; // the test is over
            }
          }
        });
  }

  private static byte[] answer(byte[] question) {
    byte[] answer = question.clone();
    answer[2] |= (byte) 0x80;
    return answer;
  }

  private static byte[] forged(byte[] question) {
    byte[] answer = answer(question);
    answer[1]++;
    return answer;
  }

  @Test
  void hearsAnAnswer() {
    serve(question -> List.of(answer(question)));
    assertThat(answers()).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksOnceMoreWhereTheFirstQuestionGotLost() {
    serve(question -> asked.get() == 1 ? List.of() : List.of(answer(question)));
    assertThat(answers()).isTrue();
  }

  @Test
  void waitsOnForTheRightAnswer() {
    serve(question -> List.of(forged(question), new byte[0], question, answer(question)));
    assertThat(answers()).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void wrongAnswersGainNoTime() {
    serve(question -> List.of(forged(question), forged(question)));
    long begun = System.nanoTime();
    assertThat(answers()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(5));
  }

  @Test
  void aClosedPortIsNoServer() {
    server.close();
    assertThat(answers()).isFalse();
  }
}
