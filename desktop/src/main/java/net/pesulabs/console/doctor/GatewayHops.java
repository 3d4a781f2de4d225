package net.pesulabs.console.doctor;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.LaptopProbe.Dial;
import net.pesulabs.console.doctor.LaptopProbe.Dialled;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Msg;

/** The router by one of its addresses: whether it is there, its DNS, and the line outside. */
final class GatewayHops {

  private static final int WEB = 80;

  private final Facts facts;
  private final Machine gateway;
  private final String address;

  GatewayHops(Facts facts, Machine gateway, String address) {
    this.facts = facts;
    this.gateway = gateway;
    this.address = address;
  }

  List<Check> all() {
    var checks = new ArrayList<Check>();
    checks.add(Check.vital(HopId.GATEWAY, Limits.PORT.plus(Limits.SLACK), this::answers));
    if (Route.to(address) != Route.TAILNET) { // dnsmasq may answer its own networks only
      checks.add(Check.vital(HopId.GATEWAY_DNS, Limits.DNS, this::dns));
    }
    String domain = facts.house.profile().domain();
    if (!domain.isEmpty()) {
      checks.add(new LaptopHops(facts).dns(domain));
    }
    checks.add(Check.aside(HopId.INTERNET, Limits.TAILSCALE, this::internet));
    return checks;
  }

  /** A refusal is an answer too: only something alive refuses. */
  private Verdict answers() throws Exception {
    Dialled dialled = facts.house.laptop().dial(address, WEB, Limits.PORT);
    if (dialled.dial() == Dial.OPEN || dialled.dial() == Dial.REFUSED) {
      return Verdict.ok(Msg.doctorGatewayAnswers(gateway.name(), address));
    }
    boolean lan = Route.to(address) == Route.LAN;
    if (lan && !facts.house.profile().lan().isEmpty() && !facts.atHome()) {
      return Verdict.away(
          Msg.doctorPortAway(address), new Fix(Healer.YOU, Msg.doctorGatewayAwayFix(), List.of()));
    }
    return Verdict.broken(
        Msg.doctorGatewaySilent(gateway.name(), address),
        Healer.SOMEBODY_AT_HOME,
        Msg.doctorGatewaySilentFix(),
        facts.cures.here("ping -c 3 " + address, "ping " + address, "ping -c 3 " + address));
  }

  private Verdict dns() {
    String domain = facts.house.profile().domain();
    String name = domain.isEmpty() ? "example.com" : domain;
    var restart =
        Cures.on(gateway.name(), "logread -e dnsmasq | tail -n 20\n/etc/init.d/dnsmasq restart");
    return switch (facts.house.laptop().ask(address, name, Limits.PORT)) {
      case ANSWERED, NO_SUCH_NAME -> Verdict.ok(Msg.doctorGatewayDnsAnswers());
      case FAILED ->
          Verdict.broken(
              Msg.doctorGatewayDnsFails(name),
              Healer.ADMIN,
              Msg.doctorGatewayDnsFailsFix(),
              facts.cures.question(address, name),
              Cures.on(gateway.name(), "ping -c 3 1.1.1.1\nnslookup " + name + " 127.0.0.1"));
      case REFUSED, NO_ANSWER ->
          Verdict.broken(
              Msg.doctorGatewayDnsSilent(address),
              Healer.ADMIN,
              Msg.doctorGatewayDnsSilentFix(),
              facts.cures.question(address, name),
              restart);
    };
  }

  /** Nobody outside is asked for this: Tailscale has its link to the outside anyway. */
  private Verdict internet() throws Exception {
    Tailnet tailnet = facts.tailscale.get().tailnet();
    Tailnet.State state = tailnet == null ? null : tailnet.state();
    if (state == Tailnet.State.UP) {
      return Verdict.ok(Msg.doctorInternetUp());
    }
    if (state == Tailnet.State.CUT_OFF) {
      return Verdict.broken(
          Msg.doctorInternetDown(),
          Healer.SOMEBODY_AT_HOME,
          Msg.doctorInternetDownFix(),
          facts.cures.here("ip route", "Get-NetRoute -DestinationPrefix 0.0.0.0/0", "netstat -rn"));
    }
    return Verdict.nothing(Msg.doctorInternetUntold());
  }
}
