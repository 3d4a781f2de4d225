package net.pesulabs.console.source.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.doctor.LaptopProbe.Dial;
import net.pesulabs.console.doctor.LaptopProbe.Dns;
import net.pesulabs.console.doctor.TlsSight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports and name servers, over real sockets. */
class LaptopCheckupTest {

  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration IMPATIENT = Duration.ofMillis(150);
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final LaptopCheckup laptop = new LaptopCheckup();

  @Test
  void aPortThatIsListenedAtIsOpen() throws IOException {
    try (var server = new ServerSocket(0, 5, HERE)) {
      var dialled = laptop.dial("127.0.0.1", server.getLocalPort(), PATIENT);

      assertThat(dialled.dial()).isEqualTo(Dial.OPEN);
      assertThat(dialled.took()).isPositive();
    }
  }

  @Test
  void aPortWhereNobodyListensRefuses() throws IOException {
    int port;
    try (var server = new ServerSocket(0, 5, HERE)) {
      port = server.getLocalPort();
    }

    assertThat(laptop.dial("127.0.0.1", port, PATIENT).dial()).isEqualTo(Dial.REFUSED);
  }

  @Test
  void aListenerThatTakesNobodyInIsSilent() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (var server = new ServerSocket(0, 1, HERE)) {
      // The kernel drops who comes when the queue is full, as a firewall does.
      for (int i = 0; i < 8; i++) {
        var socket = new Socket();
        waiting.add(socket);
        if (!fits(socket, server)) {
          break;
        }
      }

      assertThat(laptop.dial("127.0.0.1", server.getLocalPort(), IMPATIENT).dial())
          .isEqualTo(Dial.NO_ANSWER);
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static boolean fits(Socket socket, ServerSocket server) throws IOException {
    try {
      socket.connect(new InetSocketAddress(HERE, server.getLocalPort()), 150);
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void aNameNobodyKnowsHasNoAddress() throws InterruptedException {
    assertThat(laptop.lookup("no-such-machine.invalid")).isEmpty();
    assertThat(laptop.lookup("localhost")).contains("127.0.0.1");
    assertThat(laptop.dial("no-such-machine.invalid", 1, PATIENT).dial())
        .isEqualTo(Dial.UNKNOWN_HOST);
  }

  @ParameterizedTest
  @CsvSource({"0,ANSWERED", "3,NO_SUCH_NAME", "2,FAILED", "5,FAILED"})
  void aNameServerIsJudgedByItsAnswer(int code, Dns expected) throws Exception {
    try (var server = new DatagramSocket(0, HERE)) {
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  var packet = new DatagramPacket(new byte[512], 512);
                  server.receive(packet);
                  byte[] answer = packet.getData();
                  answer[2] |= (byte) 0x80;
                  byte[] stray = answer.clone();
                  stray[0]++; // the answer to another question
                  server.send(
                      new DatagramPacket(stray, packet.getLength(), packet.getSocketAddress()));
                  answer[3] = (byte) (0x80 | code);
                  server.send(
                      new DatagramPacket(answer, packet.getLength(), packet.getSocketAddress()));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });

      assertThat(laptop.ask("127.0.0.1", server.getLocalPort(), "pesulabs.net", PATIENT))
          .isEqualTo(expected);
      thread.join();
    }
  }

  @Test
  void aNameServerThatSaysNothingIsSilent() throws IOException {
    try (var server = new DatagramSocket(0, HERE)) {
      assertThat(laptop.ask("127.0.0.1", server.getLocalPort(), "pesulabs.net", IMPATIENT))
          .isEqualTo(Dns.NO_ANSWER);
    }
  }

  @Test
  void aServerThatJavaDoesNotTrustIsSeenAsThat() throws IOException {
    try (var server = new CertifiedServer(CertifiedServer.selfSigned("127.0.0.1"))) {
      assertThat(laptop.tls("127.0.0.1", server.port(), PATIENT).kind())
          .isEqualTo(TlsSight.Kind.UNTRUSTED);
    }
  }

  @Test
  void linksAreOfThisComputerAndNotTheLoopback() throws IOException {
    assertThat(laptop.links().all())
        .allSatisfy(link -> {
          assertThat(link.address()).isNotEqualTo("127.0.0.1").isNotEqualTo("::1");
          assertThat(link.address()).doesNotContain("%");
        });
  }
}
