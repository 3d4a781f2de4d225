package net.pesulabs.console.doctor;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.LaptopProbe.Dial;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The router at one of its doors: whether it is there, its DNS, and the line outside.
 *
 * @param dns its name server; null where it need not answer by this way: dnsmasq, as OpenWRT sets
 *     it up, leaves strangers without an answer ({@code --local-service})
 */
record GatewayHops(Facts facts, Machine gateway, Door door, @Nullable Door dns) {

  private static final int WEB = 80;
  private static final int DNS = 53;

  /** A host and a port. */
  record Door(String host, int port) {

    static Door web(String host) {
      return new Door(host, WEB);
    }

    static Door dns(String host) {
      return new Door(host, DNS);
    }

    /** As the settings write it, {@code host:port}; the port may be missing. */
    static Door of(String text, int usual) {
      int colon = text.lastIndexOf(':');
      return colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}")
          ? new Door(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)))
          : new Door(text, usual);
    }

    static Door webOf(String text) {
      return of(text, WEB);
    }

    static Door dnsOf(String text) {
      return of(text, DNS);
    }

    Route route() {
      return Route.to(host);
    }

    /** The port is left out where it is the one that everybody expects. */
    String shown() {
      return port == WEB || port == DNS ? host : host + ":" + port;
    }
  }

  List<Check> all() {
    var checks = new ArrayList<Check>();
    checks.add(Check.vital(HopId.GATEWAY, Limits.PORT.plus(Limits.SLACK), this::answers));
    Door server = dns;
    if (server != null) {
      checks.add(Check.vital(HopId.GATEWAY_DNS, Limits.DNS, () -> names(server)));
    }
    String domain = facts.house.profile().domain();
    if (!domain.isEmpty()) {
      checks.add(new LaptopHops(facts).dns(domain));
    }
    checks.add(Check.aside(HopId.INTERNET, Limits.TAILSCALE, this::internet));
    return checks;
  }

  /** A refusal is an answer too: only something alive refuses. But not of a door of this laptop. */
  private Verdict answers() throws Exception {
    String host = door.host();
    Dial dial = facts.house.laptop().dial(host, door.port(), Limits.PORT).dial();
    boolean refuses = dial == Dial.REFUSED && door.route() != Route.LOOPBACK;
    if (dial == Dial.OPEN || refuses) {
      return Verdict.ok(Msg.doctorGatewayAnswers(gateway.name(), door.shown()));
    }
    boolean lan = door.route() == Route.LAN;
    if (lan && !facts.house.profile().lan().isEmpty() && !facts.atHome()) {
      return Verdict.away(
          Msg.doctorPortAway(door.shown()),
          new Fix(Healer.YOU, Msg.doctorGatewayAwayFix(), List.of()));
    }
    return Verdict.broken(
        Msg.doctorGatewaySilent(gateway.name(), door.shown()),
        Healer.SOMEBODY_AT_HOME,
        Msg.doctorGatewaySilentFix(),
        facts.cures.here("ping -c 3 " + host, "ping " + host, "ping -c 3 " + host));
  }

  private Verdict names(Door server) {
    String domain = facts.house.profile().domain();
    String name = domain.isEmpty() ? "localhost" : domain;
    String host = server.host();
    return switch (facts.house.laptop().ask(host, server.port(), name, Limits.PORT)) {
      case ANSWERED, NO_SUCH_NAME -> Verdict.ok(Msg.doctorGatewayDnsAnswers());
      case FAILED ->
          Verdict.broken(
              Msg.doctorGatewayDnsFails(name),
              Healer.ADMIN,
              Msg.doctorGatewayDnsFailsFix(),
              facts.cures.question(host, name),
              Cures.on(gateway.name(), "ping -c 3 1.1.1.1\nnslookup " + name + " 127.0.0.1"));
      case REFUSED, NO_ANSWER ->
          Verdict.broken(
              Msg.doctorGatewayDnsSilent(server.shown()),
              Healer.ADMIN,
              Msg.doctorGatewayDnsSilentFix(),
              facts.cures.question(host, name),
              Cures.on(
                  gateway.name(), "logread -e dnsmasq | tail -n 20\n/etc/init.d/dnsmasq restart"));
    };
  }

  /** Nobody outside is asked: the router may have told, and Tailscale has its link anyway. */
  private Verdict internet() throws Exception {
    Boolean told = facts.house.lineUp();
    Tailnet tailnet = facts.tailscale.get().tailnet();
    Tailnet.State state = tailnet == null ? null : tailnet.state();
    if (Boolean.TRUE.equals(told)) {
      return Verdict.ok(Msg.doctorInternetUpTold());
    }
    if (Boolean.FALSE.equals(told)) {
      return Verdict.broken(
          Msg.doctorInternetDownTold(), Healer.SOMEBODY_AT_HOME, Msg.doctorInternetDownFix());
    }
    if (state == Tailnet.State.UP) {
      return Verdict.ok(Msg.doctorInternetUp());
    }
    return Verdict.nothing(Msg.doctorInternetUntold());
  }
}
