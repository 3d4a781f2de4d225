package net.pesulabs.console.source.reach;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import net.pesulabs.console.homelab.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second at the addresses of this computer, which Java cannot be told of, and at its
 * clock, which jumps when it slept. Sends nothing.
 */
public final class NetworkWatch implements Network, Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration SLEPT = Duration.ofSeconds(10);

  /** RFC 5737: an address that is nowhere, so that the way to it is the default one. */
  private static final String NOWHERE = "192.0.2.1";

  private final Clock clock;
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofVirtual().name("network-watch").unstarted(this::run);

  private NetworkWatch(Clock clock) {
    this.clock = clock;
  }

  /** Begins to look; returns at once. */
  public static NetworkWatch start(Clock clock) {
    var watch = new NetworkWatch(clock);
    watch.thread.start();
    return watch;
  }

  private void run() {
    Set<String> before = look();
    Instant looked = clock.instant();
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        Set<String> now = look();
        boolean slept = Duration.between(looked, clock.instant()).compareTo(SLEPT) > 0;
        if (slept || !now.equals(before)) {
          LOG.info("the networks changed: {}", now);
          listeners.forEach(Runnable::run);
        }
        before = now;
        looked = clock.instant();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /** Which interfaces are up with which addresses, and which of them leads anywhere. */
  private static Set<String> look() {
    var seen = new TreeSet<String>();
    try {
      for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
        if (each.isUp() && !each.isLoopback()) {
          for (InterfaceAddress address : each.getInterfaceAddresses()) {
            seen.add(each.getName() + " " + address.getAddress().getHostAddress());
          }
        }
      }
    } catch (SocketException e) {
      LOG.debug("the interfaces cannot be listed", e); // as it may be while one goes away
    }
    seen.add("default " + towards(NOWHERE));
    return seen;
  }

  @Override
  public String localAddress(String url) {
    String host = url.startsWith("http") ? URI.create(url).getHost() : null;
    return towards(host == null ? NOWHERE : host.replaceAll("[\\[\\]]", ""));
  }

  /** Connecting a datagram socket asks the routing table, and sends nothing. */
  private static String towards(String host) {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      address = InetAddress.ofLiteral(NOWHERE); // a name, which nobody is to be asked for
    }
    try (var socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(address, 9));
      return socket.getLocalAddress().getHostAddress();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Runnable own = listener::run;
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
