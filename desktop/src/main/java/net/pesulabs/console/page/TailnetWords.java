package net.pesulabs.console.page;

import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Msg;

/** What the state of this computer's Tailscale means to the one who sits at it. */
public final class TailnetWords {

  private TailnetWords() {}

  public static Health of(Tailnet.State state) {
    return switch (state) {
      case UP -> new Health(Severity.FINE, Msg.homeTailnetUp());
      case CUT_OFF -> new Health(Severity.WARNING, Msg.homeTailnetCutOff());
      case STARTING -> new Health(Severity.BUSY, Msg.homeTailnetStarting());
      case STOPPED -> new Health(Severity.CRITICAL, Msg.homeTailnetStopped());
      case NEEDS_LOGIN -> new Health(Severity.CRITICAL, Msg.homeTailnetNeedsLogin());
      case KEY_EXPIRED -> new Health(Severity.CRITICAL, Msg.homeTailnetKeyExpired());
      case NEEDS_APPROVAL -> new Health(Severity.CRITICAL, Msg.homeTailnetNeedsApproval());
      case OTHER_USER -> new Health(Severity.CRITICAL, Msg.homeTailnetOtherUser());
    };
  }
}
