package net.pesulabs.console.demo;

import com.sun.net.httpserver.HttpHandler;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses of one pretend server, as a real one has one at home and one in the tailnet.
 */
final class Doors {

  private final Loopback first;
  private final Loopback second;

  /**
   * Opens both once, for their ports.
   *
   * @param tls null for plain HTTP
   */
  Doors(HttpHandler handler, @Nullable SSLContext tls) {
    first = new Loopback(handler, tls);
    second = new Loopback(handler, tls);
    first.open();
    second.open();
  }

  /** The address it is usually found at, without a path. */
  String url() {
    return first.url();
  }

  /** The other one. */
  String also() {
    return second.url();
  }

  /** The certificates that the two show from now on. */
  void showAs(SSLContext atFirst, SSLContext atSecond) {
    first.showAs(atFirst);
    second.showAs(atSecond);
  }

  /**
   * Opens or closes them.
   *
   * @param open whether the server is there at all
   * @param away whether the first address leads nowhere, as when one has left its network
   */
  void set(boolean open, boolean away) {
    if (!open) {
      close();
      return;
    }
    second.open();
    if (away) {
      first.fallSilent();
    } else {
      first.open();
    }
  }

  void close() {
    first.close();
    second.close();
  }
}
