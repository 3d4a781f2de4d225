package net.pesulabs.console.source.laptop;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import net.pesulabs.console.doctor.LaptopProbe.Dns;

/** One question to one DNS server over UDP (RFC 1035), asked twice since a packet may be lost. */
final class DnsQuestion {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TRIES = 2;
  private static final int MOST_BYTES = 1500;

  private DnsQuestion() {}

  static Dns ask(InetSocketAddress server, String name, Duration limit) {
    try (var socket = new DatagramSocket()) {
      socket.connect(server);
      socket.setSoTimeout((int) limit.toMillis() / TRIES);
      int id = RANDOM.nextInt(1 << 16);
      byte[] question = question(id, name);
      for (int attempt = 0; attempt < TRIES; attempt++) {
        socket.send(new DatagramPacket(question, question.length));
        try {
          return answer(socket, id);
        } catch (SocketTimeoutException e) {
          continue; // the packet, or its answer, may have been lost
        }
      }
      return Dns.NO_ANSWER;
    } catch (PortUnreachableException e) {
      return Dns.REFUSED;
    } catch (IOException e) {
      return Dns.NO_ANSWER;
    }
  }

  private static Dns answer(DatagramSocket socket, int id) throws IOException {
    while (true) {
      var packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
      socket.receive(packet);
      byte[] data = packet.getData();
      boolean ours = packet.getLength() >= 12 && ((data[0] & 0xFF) << 8 | (data[1] & 0xFF)) == id;
      if (ours) {
        return switch (data[3] & 0x0F) {
          case 0 -> Dns.ANSWERED;
          case 3 -> Dns.NO_SUCH_NAME;
          default -> Dns.FAILED;
        };
      }
    }
  }

  private static byte[] question(int id, String name) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeShort(id);
    out.writeShort(0x0100); // a query that wants recursion
    out.writeShort(1);
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(0);
    for (String label : name.split("[.]")) {
      byte[] letters = label.getBytes(StandardCharsets.US_ASCII);
      out.writeByte(letters.length);
      out.write(letters);
    }
    out.writeByte(0);
    out.writeShort(1); // A
    out.writeShort(1); // IN
    return bytes.toByteArray();
  }
}
