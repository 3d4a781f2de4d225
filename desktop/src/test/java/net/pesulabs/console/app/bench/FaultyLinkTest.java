package net.pesulabs.console.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {

  private ServerSocket echo;
  private FaultyLink link;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
    link = new FaultyLink(new InetSocketAddress(echo.getInetAddress(), echo.getLocalPort()));
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    echo.close();
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual()
            .start(() -> {
              try (socket) {
                socket.getInputStream().transferTo(socket.getOutputStream());
              } catch (IOException e) {
                // The link was cut, which is what the tests do.
              }
            });
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), link.port());
    socket.setSoTimeout(5000);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static int ask(Socket socket, int word) throws IOException {
    socket.getOutputStream().write(word);
    return socket.getInputStream().read();
  }

  @Test
  void whatGoesInComesOutInOrder() throws IOException {
    byte[] much = new byte[300_000];
    new java.util.Random(1).nextBytes(much);
    link.slow(Duration.ofMillis(4), 0.2);
    try (Socket socket = connect()) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              socket.getOutputStream().write(much);
            } catch (IOException e) {
              // The read below then fails.
            }
          });
      assertThat(socket.getInputStream().readNBytes(much.length)).isEqualTo(much);
    }
  }

  @Test
  void aCutEndsWhatIsConnectedAndNothingElse() throws IOException {
    try (Socket before = connect()) {
      assertThat(ask(before, 7)).isEqualTo(7);
      link.cut();
      assertThat(isOver(before)).isTrue();
    }
    try (Socket after = connect()) {
      assertThat(ask(after, 8)).isEqualTo(8);
    }
  }

  @Test
  void aFrozenLinkIsSilentAndItsConnectionsStayDead() throws IOException {
    try (Socket before = connect()) {
      assertThat(ask(before, 7)).isEqualTo(7);
      link.freeze();
      before.setSoTimeout(100);
      assertThatThrownBy(() -> ask(before, 8)).isInstanceOf(SocketTimeoutException.class);
      try (Socket during = connect()) {
        during.setSoTimeout(100);
        assertThatThrownBy(() -> ask(during, 9)).isInstanceOf(SocketTimeoutException.class);
      }
      link.thaw();
      assertThatThrownBy(() -> ask(before, 8)).isInstanceOf(SocketTimeoutException.class);
    }
    try (Socket after = connect()) {
      assertThat(ask(after, 10)).isEqualTo(10);
    }
  }

  @Test
  void aClosedDoorRefusesAndOpensOnTheSamePort() throws IOException {
    int port = link.port();
    link.refuse();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    link.open();
    assertThat(link.port()).isEqualTo(port);
    try (Socket after = connect()) {
      assertThat(ask(after, 10)).isEqualTo(10);
    }
  }

  @Test
  void aSlowLinkTakesItsRoundTrip() throws IOException {
    try (Socket socket = connect()) {
      assertThat(ask(socket, 1)).isEqualTo(1);
      link.slow(Duration.ofMillis(200), 0);
      long begun = System.nanoTime();
      assertThat(ask(socket, 2)).isEqualTo(2);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMillis(195));
    }
  }

  private static boolean isOver(Socket socket) {
    await()
        .until(() -> {
          try {
            return socket.getInputStream().read() < 0;
          } catch (IOException e) {
            return true;
          }
        });
    return true;
  }
}
