package net.pesulabs.console.source.dns;

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

/** A name server, asked one small question over UDP, twice at most since either may be lost. */
public final class NameServer {

  private static final Logger LOG = LoggerFactory.getLogger(NameServer.class);

  private static final int ATTEMPTS = 2;
  private static final int MOST_BYTES = 512; // RFC 1035, section 2.3.4
  private static final int NO_ERROR = 0;
  private static final int NAME_ERROR = 3;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What came back. */
  public enum Reply {
    ANSWERED,
    /** It answers that there is no such name. */
    NO_SUCH_NAME,
    /** It answers that it cannot find out, or will not. */
    FAILED,
    /** Nobody listens there. */
    REFUSED,
    SILENT;

    /** Whether there is a server at work, whatever it says. */
    public boolean isOfAServer() {
      return this == ANSWERED || this == NO_SUCH_NAME || this == FAILED;
    }
  }

  private NameServer() {}

  /**
   * Asks for the name of an IPv4 address.
   *
   * @param limit of both questions together
   */
  public static Reply nameOf(InetSocketAddress server, InetAddress about, Duration limit) {
    return ask(server, NameQuestion.nameOf(about.getAddress(), id()), limit);
  }

  /**
   * Asks for the IPv4 address of a name.
   *
   * @param limit of both questions together
   */
  public static Reply addressOf(InetSocketAddress server, String name, Duration limit) {
    return ask(server, new NameQuestion(id(), name, NameQuestion.Type.ADDRESS), limit);
  }

  private static int id() {
    return RANDOM.nextInt(1 << 16);
  }

  private static Reply ask(InetSocketAddress server, NameQuestion question, Duration limit) {
    byte[] bytes = question.bytes();
    // A connected socket takes datagrams of nobody else, and hears of a port that is closed.
    try (var socket = new DatagramSocket()) {
      socket.connect(server);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        socket.send(new DatagramPacket(bytes, bytes.length));
        Reply reply = reply(socket, question, limit.dividedBy(ATTEMPTS));
        if (reply != Reply.SILENT) {
          return reply;
        }
      }
    } catch (PortUnreachableException e) {
      return Reply.REFUSED;
    } catch (IOException e) {
      LOG.debug("names at {}: {}", server, e.toString());
    }
    return Reply.SILENT;
  }

  /** Waits for the answer; what else comes meanwhile does not count, and gains no time. */
  private static Reply reply(DatagramSocket socket, NameQuestion question, Duration limit)
      throws IOException {
    var packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Reply.SILENT;
      }
      try {
        socket.setSoTimeout((int) left);
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return Reply.SILENT;
      }
      if (question.isAnswered(packet.getData(), packet.getLength())) {
        return switch (packet.getData()[3] & 0x0F) {
          case NO_ERROR -> Reply.ANSWERED;
          case NAME_ERROR -> Reply.NO_SUCH_NAME;
          default -> Reply.FAILED;
        };
      }
    }
  }
}
