package net.pesulabs.console.source.dns;

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
import net.pesulabs.console.source.dns.NameServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a name server on a real UDP port, honest or not. */
class NameServerTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration LIMIT = Duration.ofSeconds(1);
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

  private Reply ask() {
    return NameServer.nameOf(new InetSocketAddress(LOOPBACK, port), ROUTER, LIMIT);
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
    assertThat(ask()).isEqualTo(Reply.ANSWERED);
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksOnceMoreWhereTheFirstQuestionGotLost() {
    serve(question -> asked.get() == 1 ? List.of() : List.of(answer(question)));
    assertThat(ask()).isEqualTo(Reply.ANSWERED);
  }

  @Test
  void waitsOnForTheRightAnswer() {
    serve(question -> List.of(forged(question), new byte[0], question, answer(question)));
    assertThat(ask()).isEqualTo(Reply.ANSWERED);
    assertThat(asked).hasValue(1);
  }

  @Test
  void wrongAnswersGainNoTimeAndCountForNothing() {
    serve(question -> List.of(forged(question), forged(question)));
    assertThat(ask()).isEqualTo(Reply.SILENT);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aClosedPortIsNoServer() {
    server.close();
    assertThat(ask()).isEqualTo(Reply.REFUSED);
    assertThat(ask().isOfAServer()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, ANSWERED", "3, NO_SUCH_NAME", "2, FAILED", "5, FAILED"})
  void aServerThatSaysNoIsAServer(int code, Reply expected) {
    serve(question -> {
      byte[] answer = answer(question);
      answer[3] = (byte) code;
      return List.of(answer);
    });
    assertThat(ask()).isEqualTo(expected);
    assertThat(expected.isOfAServer()).isTrue();
    assertThat(NameServer.addressOf(new InetSocketAddress(LOOPBACK, port), "pesulabs.net", LIMIT))
        .isEqualTo(expected);
  }
}
