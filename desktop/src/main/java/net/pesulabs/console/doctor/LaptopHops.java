package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.LaptopProbe.Link;
import net.pesulabs.console.doctor.LaptopProbe.Links;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Msg;

/** The first hops: this computer's own network, and names. */
final class LaptopHops {

  private final Facts facts;
  private final Cures cures;

  LaptopHops(Facts facts) {
    this.facts = facts;
    this.cures = facts.cures;
  }

  Check network(Route route) {
    return Check.vital(
        HopId.NETWORK,
        Limits.LOCAL,
        () -> {
          Links links = facts.links.get();
          List<Link> given =
              links.all().stream().filter(link -> !Network.isSelfGiven(link)).toList();
          if (!given.isEmpty()) {
            Link first = given.getFirst();
            return Verdict.ok(
                Boolean.FALSE.equals(links.beyond())
                    ? Msg.doctorNetworkNoWayOut(first.address(), first.name())
                    : Msg.doctorNetworkUp(first.address(), first.name()));
          }
          if (route == Route.LOOPBACK) {
            return Verdict.ok(Msg.doctorNetworkNotNeeded());
          }
          return links.all().isEmpty()
              ? Verdict.broken(
                  Msg.doctorNetworkDown(),
                  Healer.YOU,
                  Msg.doctorNetworkDownFix(),
                  cures.joinNetwork())
              : Verdict.broken(
                  Msg.doctorNetworkNoAddress(links.all().getFirst().name()),
                  Healer.YOU,
                  Msg.doctorNetworkNoAddressFix(),
                  cures.renewAddress());
        });
  }

  /** Whether a name is known here. */
  Check dns(String name) {
    return Check.vital(
        HopId.DNS,
        Limits.DNS,
        () -> {
          List<String> addresses = facts.house.laptop().lookup(name);
          if (!addresses.isEmpty()) {
            return Verdict.ok(Msg.doctorDnsKnown(name, addresses.getFirst()));
          }
          return name.endsWith(".ts.net")
              ? Verdict.broken(
                  Msg.doctorDnsUnknown(name),
                  Healer.YOU,
                  Msg.doctorDnsMagicFix(),
                  cures.tailscale("set --accept-dns=true"))
              : Verdict.broken(
                  Msg.doctorDnsUnknown(name), Healer.YOU, Msg.doctorDnsFix(), cures.lookUp(name));
        });
  }
}
