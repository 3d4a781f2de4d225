package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.State;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Whether this computer's Tailscale is there and in order, one state a hop. */
final class TailscaleHops {

  private final Facts facts;
  private final Cures cures;

  TailscaleHops(Facts facts) {
    this.facts = facts;
    this.cures = facts.cures;
  }

  List<Check> all() {
    return List.of(
        Check.vital(
            HopId.TAILSCALE_INSTALLED, Limits.TAILSCALE, () -> installed(facts.tailscale.get())),
        Check.vital(
            HopId.TAILSCALE_RUNNING, Limits.TAILSCALE, () -> running(facts.tailscale.get())),
        Check.vital(HopId.TAILSCALE_LOGGED_IN, Limits.LOCAL, () -> loggedIn(state())),
        Check.vital(HopId.TAILSCALE_KEY, Limits.LOCAL, () -> key(state())),
        Check.vital(HopId.TAILSCALE_APPROVED, Limits.LOCAL, () -> approved(state())),
        Check.vital(HopId.TAILSCALE_CONNECTED, Limits.LOCAL, () -> connected(state())));
  }

  private State state() throws Exception {
    Tailnet tailnet = facts.tailscale.get().tailnet();
    if (tailnet == null) {
      throw new IllegalStateException("asked after a hop that was not passed");
    }
    return tailnet.state();
  }

  private Verdict installed(TailscaleProbe.Sight sight) {
    if (sight.trouble() == TailscaleProbe.Trouble.NOT_INSTALLED) {
      return Verdict.broken(
          Msg.doctorTailscaleMissing(),
          Healer.YOU,
          Msg.doctorTailscaleMissingFix(),
          cures.installTailscale());
    }
    if (sight.trouble() == TailscaleProbe.Trouble.BAD_PROGRAM) {
      return Verdict.broken(why(sight), Healer.YOU, Msg.doctorTailscaleProgramFix());
    }
    Tailnet tailnet = sight.tailnet();
    return Verdict.ok(
        tailnet == null || tailnet.version().isEmpty()
            ? Msg.doctorTailscaleInstalled()
            : Msg.doctorTailscaleVersion(tailnet.version()));
  }

  private Verdict running(TailscaleProbe.Sight sight) {
    TailscaleProbe.Trouble trouble = sight.trouble();
    if (trouble != null) {
      return switch (trouble) {
        case MAC_APP -> Verdict.broken(why(sight), Healer.YOU, Msg.doctorTailscaleMacFix());
        case TOO_SLOW, NOT_UNDERSTOOD -> Verdict.unknown(why(sight));
        case SERVICE_DOWN, NOT_INSTALLED, BAD_PROGRAM ->
            Verdict.broken(
                Msg.doctorTailscaleServiceDown(),
                Healer.YOU,
                Msg.doctorTailscaleServiceDownFix(),
                cures.startTailscale());
      };
    }
    Tailnet tailnet = sight.tailnet();
    if (tailnet != null && tailnet.state() == State.STOPPED) {
      return Verdict.broken(
          Msg.doctorTailscaleStopped(),
          Healer.YOU,
          Msg.doctorTailscaleStoppedFix(),
          cures.tailscale("up"));
    }
    if (tailnet != null && tailnet.state() == State.STARTING) {
      return Verdict.broken(
          Msg.doctorTailscaleStarting(), Healer.TIME, Msg.doctorTailscaleStartingFix());
    }
    return Verdict.ok(Msg.doctorTailscaleRunning());
  }

  private Verdict loggedIn(State state) {
    return switch (state) {
      case NEEDS_LOGIN ->
          Verdict.broken(
              Msg.doctorTailscaleLoggedOut(),
              Healer.YOU,
              Msg.doctorTailscaleLoggedOutFix(),
              cures.tailscale("login"));
      case OTHER_USER ->
          Verdict.broken(
              Msg.doctorTailscaleOtherUser(), Healer.YOU, Msg.doctorTailscaleOtherUserFix());
      case UP, CUT_OFF, STARTING, STOPPED, KEY_EXPIRED, NEEDS_APPROVAL ->
          Verdict.ok(Msg.doctorTailscaleLoggedIn());
    };
  }

  private Verdict key(State state) {
    return state == State.KEY_EXPIRED
        ? Verdict.broken(
            Msg.doctorTailscaleKeyExpired(),
            Healer.YOU,
            Msg.doctorTailscaleKeyExpiredFix(),
            cures.tailscale("up --force-reauth"))
        : Verdict.ok(Msg.doctorTailscaleKeyGood());
  }

  private Verdict approved(State state) {
    return state == State.NEEDS_APPROVAL
        ? Verdict.broken(
            Msg.doctorTailscaleUnapproved(), Healer.ADMIN, Msg.doctorTailscaleUnapprovedFix())
        : Verdict.ok(Msg.doctorTailscaleApproved());
  }

  private Verdict connected(State state) {
    return state == State.CUT_OFF
        ? Verdict.broken(
            Msg.doctorTailscaleCutOff(),
            Healer.YOU,
            Msg.doctorTailscaleCutOffFix(),
            cures.here(
                "tailscale netcheck",
                "& \"$env:ProgramFiles\\Tailscale\\tailscale.exe\" netcheck",
                "/Applications/Tailscale.app/Contents/MacOS/Tailscale netcheck"))
        : Verdict.ok(Msg.doctorTailscaleConnected());
  }

  private static Message why(TailscaleProbe.Sight sight) {
    Message why = sight.why();
    return why == null ? Msg.doctorTailscaleServiceDown() : why;
  }
}
