package net.pesulabs.console.demo;

import com.sun.net.httpserver.HttpHandler;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses of one pretend server, as a real one has one at home and one in the tailnet.
 * Safe for any thread.
 */
final class Doors {

  private final HttpHandler handler;
  private final @Nullable SSLContext tls;
  private final @Nullable SSLContext otherName;
  private final Loopback first;
  private Loopback second;
  private boolean misnamed;

  /**
   * Opens both once, for their ports.
   *
   * @param tls null for plain HTTP
   * @param otherName with a certificate that is not made out to the second address; null for plain
   *     HTTP
   */
  Doors(HttpHandler handler, @Nullable SSLContext tls, @Nullable SSLContext otherName) {
    this.handler = handler;
    this.tls = tls;
    this.otherName = otherName;
    this.first = new Loopback(handler, tls);
    this.second = new Loopback(handler, tls);
    first.open();
    second.open();
  }

  /** Two doors that speak plain HTTP. */
  Doors(HttpHandler handler) {
    this(handler, null, null);
  }

  /** The address it is usually found at, without a path. */
  String url() {
    return first.url();
  }

  /** The other one. */
  synchronized String also() {
    return second.url();
  }

  /**
   * @param open whether it is there at all
   * @param silent whether the first address leads nowhere
   * @param wrongName whether the certificate lacks the second address
   */
  synchronized void set(boolean open, boolean silent, boolean wrongName) {
    if (wrongName != misnamed && tls != null) {
      misnamed = wrongName;
      second.close();
      second = second.with(handler, wrongName ? otherName : tls);
    }
    if (!open) {
      first.close();
      second.close();
      return;
    }
    second.open();
    if (silent) {
      first.fallSilent();
    } else {
      first.open();
    }
  }

  synchronized void close() {
    first.close();
    second.close();
  }
}
