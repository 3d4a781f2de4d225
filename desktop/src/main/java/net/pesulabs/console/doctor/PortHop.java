package net.pesulabs.console.doctor;

import java.time.Duration;
import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.LaptopProbe.Dialled;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * Whether somebody listens: a refusal comes from a machine that is on, silence from one that is off
 * or from a wall before it.
 *
 * @param machine the one that should answer, as people call it
 * @param service commands for it, to see after what should listen
 */
record PortHop(Facts facts, String machine, String service) {

  Check at(Address address) {
    return Check.vital(HopId.PORT, Limits.PORT.plus(Limits.SLACK), () -> ask(address));
  }

  /** Whether it answers at all; a refusal is an answer too. */
  boolean isOpen(Address address) {
    LaptopProbe.Dial dial =
        facts.house.laptop().dial(address.host(), address.port(), Limits.PORT).dial();
    return dial == LaptopProbe.Dial.OPEN || dial == LaptopProbe.Dial.REFUSED;
  }

  private Verdict ask(Address address) throws Exception {
    Dialled dialled = facts.house.laptop().dial(address.host(), address.port(), Limits.PORT);
    String shown = address.shown();
    Duration took = dialled.took();
    return switch (dialled.dial()) {
      case OPEN ->
          Verdict.ok(
              took == null
                  ? Msg.doctorPortOpen(shown)
                  : Msg.doctorPortOpenIn(shown, Quantity.number(took.toNanos() / 1e6, 0)));
      case REFUSED ->
          Verdict.broken(
              Msg.doctorPortRefused(shown),
              Healer.ADMIN,
              Msg.doctorPortRefusedFix(machine),
              Cures.on(machine, service));
      case UNKNOWN_HOST ->
          Verdict.broken(
              Msg.doctorDnsUnknown(address.host()),
              Healer.YOU,
              Msg.doctorDnsFix(),
              facts.cures.lookUp(address.host()));
      case NO_ROUTE -> silent(address, Msg.doctorPortNoRoute(shown));
      case NO_ANSWER -> silent(address, Msg.doctorPortSilent(shown));
    };
  }

  private Verdict silent(Address address, Message text) throws Exception {
    String lan = facts.house.profile().lan();
    if (address.route() == Route.LAN && !lan.isEmpty() && !facts.atHome()) {
      return Verdict.away(
          Msg.doctorPortAway(address.shown()),
          new Fix(Healer.YOU, Msg.doctorPortAwayFix(), List.of(facts.cures.tailscaleStatus())));
    }
    if (address.route() == Route.TAILNET) {
      String allow = "sudo ufw allow in on tailscale0 to any port " + address.port() + " proto tcp";
      return Verdict.broken(
          text,
          Healer.ADMIN,
          Msg.doctorPortSilentTailnetFix(machine),
          Cures.on(machine, "sudo ufw status\n" + allow));
    }
    return Verdict.broken(
        text,
        address.route() == Route.LAN ? Healer.SOMEBODY_AT_HOME : Healer.ADMIN,
        Msg.doctorPortSilentFix(machine),
        facts.cures.tryPort(address.host(), address.port()));
  }
}
