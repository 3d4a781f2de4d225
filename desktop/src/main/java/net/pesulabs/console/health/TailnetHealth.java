package net.pesulabs.console.health;

import java.util.List;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.i18n.Msg;

/** What Tailscale's state means. */
public final class TailnetHealth {

  static final String OFFLINE = "machine-offline";

  private TailnetHealth() {}

  public static Health of(Tailnet tailnet) {
    return diagnose(tailnet).health();
  }

  static Diagnosis diagnose(Tailnet tailnet) {
    return switch (tailnet.state()) {
      case UP -> Diagnosis.fine(Severity.FINE, Msg.tailnetHealthUp());
      case STARTING -> Diagnosis.fine(Severity.BUSY, Msg.tailnetHealthStarting());
      case CUT_OFF ->
          off(tailnet, Severity.WARNING, Msg.tailnetHealthCutOff(), Msg.adviceTailnetCutOff());
      case STOPPED ->
          off(tailnet, Severity.CRITICAL, Msg.tailnetHealthStopped(), Msg.adviceTailnetStopped());
      case NEEDS_LOGIN, KEY_EXPIRED ->
          off(tailnet, Severity.CRITICAL, Msg.tailnetHealthLogin(), Msg.adviceTailnetLogin());
      case NEEDS_APPROVAL ->
          off(tailnet, Severity.CRITICAL, Msg.tailnetHealthApproval(), Msg.adviceTailnetApproval());
      case OTHER_USER ->
          off(tailnet, Severity.CRITICAL, Msg.tailnetHealthOther(), Msg.adviceTailnetOther());
    };
  }

  private static Diagnosis off(
      Tailnet tailnet,
      Severity severity,
      net.pesulabs.console.i18n.Message text,
      net.pesulabs.console.i18n.Message advice) {
    return Diagnosis.of(
        "tailnet-off", severity, text, advice, List.of("state=" + tailnet.state().id()), null);
  }

  /** A machine of the house as the tailnet sees it; presence is known only while it is up. */
  static Diagnosis diagnose(Tailnet tailnet, Profile.Machine machine) {
    var peer = tailnet.byAddress(machine.tailnetAddress());
    boolean offline =
        peer.filter(p -> p.path() == Path.OFFLINE || p.path() == Path.EXPIRED).isPresent();
    if (tailnet.state() != Tailnet.State.UP || !offline) {
      return Diagnosis.fine(Severity.FINE, Msg.tailnetHealthUp());
    }
    return Diagnosis.of(
        OFFLINE,
        Severity.CRITICAL,
        Msg.tailnetHealthOffline(),
        Msg.adviceMachineOffline(),
        List.of("path=" + peer.orElseThrow().path().id(), "address=" + machine.tailnetAddress()),
        peer.orElseThrow().lastSeen());
  }
}
