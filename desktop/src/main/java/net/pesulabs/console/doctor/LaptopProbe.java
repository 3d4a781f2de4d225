package net.pesulabs.console.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this computer can tell and try by itself. Every method may block, and ends soon after its
 * thread is interrupted.
 */
public interface LaptopProbe {

  /**
   * An address of a network interface that is up and is not the loopback.
   *
   * @param prefix how many bits of the address name the network
   */
  record Link(String name, String address, int prefix) {}

  /**
   * The links.
   *
   * @param beyond whether there is a way beyond their own networks; null where it cannot be told
   */
  record Links(List<Link> all, @Nullable Boolean beyond) {}

  /** How a TCP connection began. */
  enum Dial {
    OPEN,
    REFUSED,
    NO_ANSWER,
    NO_ROUTE,
    UNKNOWN_HOST
  }

  /**
   * An attempt to connect.
   *
   * @param took null where it did not open
   */
  record Dialled(Dial dial, @Nullable Duration took) {}

  /** What a DNS server made of a question. */
  enum Dns {
    ANSWERED,
    /** It answers that there is no such name. */
    NO_SUCH_NAME,
    /** It answers that it cannot find out, or will not. */
    FAILED,
    REFUSED,
    NO_ANSWER
  }

  Links links() throws IOException;

  /** The addresses of a name, asked as every program here does; empty where it is not known. */
  List<String> lookup(String host) throws InterruptedException;

  Dialled dial(String host, int port, Duration limit);

  /** Asks a DNS server itself, over UDP, for the IPv4 address of a name. */
  Dns ask(String server, int port, String name, Duration limit);

  /** How a server shows itself to those who trust whom Java trusts. */
  TlsSight tls(String host, int port, Duration limit);
}
