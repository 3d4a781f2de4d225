package net.pesulabs.console.source.openwrt;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;

/**
 * A TCP port to knock at.
 *
 * @param address the host, with the port where a person named one
 */
record Door(String host, int port, String address) {

  /** Windows takes a second to believe a refusal. */
  static final Duration LIMIT = Duration.ofSeconds(3);

  /** What came of knocking. */
  sealed interface Knock {

    /** Somebody opened, or said no: the machine is there. */
    record Answered(Duration took) implements Knock {}

    record Silent(Failure why) implements Knock {}
  }

  static Door web(String host, int port) {
    return new Door(host, port, host);
  }

  /**
   * As a person writes it: host and port.
   *
   * @throws Failure where it is neither
   */
  static Door of(String text, int usualPort) throws Failure {
    try {
      var uri = new URI("tcp://" + text.strip());
      String host = uri.getHost();
      if (host != null && uri.getRawPath().isEmpty()) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Door(bare, uri.getPort() < 0 ? usualPort : uri.getPort(), text.strip());
      }
    } catch (URISyntaxException e) {
      // told below, as what has no host
    }
    throw new Failure(Failure.Kind.BAD_SETTING, Msg.gatewaySourceBadAddress(text));
  }

  Origin origin() {
    return new Origin(Source.GATEWAY, Route.to(host), address);
  }

  InetSocketAddress socketAddress() throws IOException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  /** Knocks, and waits until somebody answers or the limit is over. */
  Knock knock() {
    long begun = System.nanoTime();
    try (var socket = new Socket()) {
      InetSocketAddress to = socketAddress();
      begun = System.nanoTime();
      try {
        socket.connect(to, Math.toIntExact(LIMIT.toMillis()));
      } catch (ConnectException e) {
        // A loopback port is a tunnel of this computer, whose refusal is this computer's own.
        if (to.getAddress().isLoopbackAddress()) {
          throw e;
        }
      }
      return new Knock.Answered(Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      return new Knock.Silent(Failure.of(e, address));
    }
  }
}
