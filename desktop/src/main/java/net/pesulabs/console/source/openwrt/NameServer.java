package net.pesulabs.console.source.openwrt;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the router answers names: one small question over UDP, which may be lost once. */
final class NameServer {

  private static final Logger LOG = LoggerFactory.getLogger(NameServer.class);

  /** Of each of the two questions: two seconds in all. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final int ATTEMPTS = 2;
  private static final int MOST_BYTES = 512; // RFC 1035, section 2.3.4
  private static final SecureRandom RANDOM = new SecureRandom();

  private NameServer() {}

  /**
   * Asks the server for the name of an address.
   *
   * @param about the router's own address, whose name it needs nobody for
   */
  static boolean answers(InetSocketAddress server, InetAddress about) {
    var question = NameQuestion.nameOf(about.getAddress(), RANDOM.nextInt(1 << 16));
    // A connected socket takes datagrams of nobody else, and hears of a port that is closed.
    try (var socket = new DatagramSocket()) {
      socket.connect(server);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        byte[] bytes = question.bytes();
        socket.send(new DatagramPacket(bytes, bytes.length));
        if (isAnswered(socket, question)) {
          return true;
        }
      }
    } catch (PortUnreachableException e) {
      LOG.debug("nobody answers names at {}", server);
    } catch (IOException e) {
      LOG.debug("names at {}: {}", server, e.toString());
    }
    return false;
  }

  /** Waits for the answer; what else comes meanwhile does not count, and gains no time. */
  private static boolean isAnswered(DatagramSocket socket, NameQuestion question)
      throws IOException {
    var packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      try {
        socket.setSoTimeout((int) left);
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return false;
      }
      if (question.isAnswered(packet.getData(), packet.getLength())) {
        return true;
      }
    }
  }
}
