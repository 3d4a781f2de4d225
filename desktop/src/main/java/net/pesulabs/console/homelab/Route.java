package net.pesulabs.console.homelab;

import java.util.Locale;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** The way a fact took to this laptop. */
public enum Route {
  /** A program on this laptop was asked. */
  LOCAL(Msg.routeLocal()),
  /** A loopback address: this laptop itself, or a tunnel it opened. */
  LOOPBACK(Msg.routeLoopback()),
  LAN(Msg.routeLan()),
  TAILNET(Msg.routeTailnet()),
  /** Through the cluster's API server, which passes the request on to a Service. */
  API_PROXY(Msg.routeApiProxy()),
  /** By a name of the house, through its web entrance. */
  INGRESS(Msg.routeIngress()),
  /** A public address, or a name that says nothing of the way. */
  OTHER(Msg.routeOther());

  private final Message title;

  Route(Message title) {
    this.title = title;
  }

  /** The name used by {@code status --json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Message title() {
    return title;
  }

  /** The way to a host given as a literal address; a name says nothing, so it is {@link #OTHER}. */
  public static Route to(String host) {
    String[] parts = host.split("\\.", -1);
    if (host.equals("localhost") || host.equals("::1") || host.equals("[::1]")) {
      return LOOPBACK;
    }
    if (host.endsWith(".ts.net")) {
      return TAILNET;
    }
    if (parts.length != 4 || !host.matches("([0-9]{1,3}[.]?){4}")) {
      return OTHER;
    }
    int a = Integer.parseInt(parts[0]);
    int b = Integer.parseInt(parts[1]);
    if (a == 127) {
      return LOOPBACK;
    }
    if (a == 100 && b >= 64 && b < 128) { // RFC 6598, where Tailscale takes its addresses from
      return TAILNET;
    }
    boolean local =
        a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168); // RFC 1918
    return local ? LAN : OTHER;
  }
}
