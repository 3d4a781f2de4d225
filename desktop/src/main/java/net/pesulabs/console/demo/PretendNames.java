package net.pesulabs.console.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A name server on a UDP port of 127.0.0.1 that knows no name at all, and says so. Its port can be
 * closed and opened again. Safe for any thread.
 */
final class PretendNames implements AutoCloseable {

  private static final int MOST_BYTES = 512;
  private static final int HEADER = 12;
  private static final byte ANSWER = (byte) 0x81; // a response, recursion was desired
  private static final byte NO_SUCH_NAME = (byte) 0x83; // recursion is to be had, NXDOMAIN

  private int port; // 0 until first opened
  private @Nullable DatagramSocket socket;

  /** Where it listens, as a person writes it; of one that was open once. */
  synchronized String address() {
    return "127.0.0.1:" + port;
  }

  /** Listens, on the same port as before; does nothing where it already does. */
  synchronized void open() {
    if (socket != null) {
      return;
    }
    try {
      var opened =
          new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      port = opened.getLocalPort();
      socket = opened;
      Thread.ofVirtual().name("demo-names").start(() -> serve(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(DatagramSocket socket) {
    var packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MOST_BYTES);
        socket.receive(packet);
        if (packet.getLength() > HEADER) {
          byte[] answer = Arrays.copyOf(packet.getData(), packet.getLength());
          answer[2] = ANSWER;
          answer[3] = NO_SUCH_NAME;
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
