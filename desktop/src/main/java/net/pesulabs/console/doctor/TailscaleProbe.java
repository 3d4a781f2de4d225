package net.pesulabs.console.doctor;

import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Asks the Tailscale of this computer. */
public interface TailscaleProbe {

  /** Why it told nothing. */
  enum Trouble {
    NOT_INSTALLED,
    /** The settings name a program that is not there or does not start. */
    BAD_PROGRAM,
    SERVICE_DOWN,
    /** The macOS app, which lacks its command line. */
    MAC_APP,
    TOO_SLOW,
    NOT_UNDERSTOOD
  }

  /**
   * What was seen; one of the two is null.
   *
   * @param why what goes with the trouble, in one sentence
   */
  record Sight(@Nullable Tailnet tailnet, @Nullable Trouble trouble, @Nullable Message why) {
    public static Sight of(Tailnet tailnet) {
      return new Sight(tailnet, null, null);
    }

    public static Sight of(Trouble trouble, Message why) {
      return new Sight(null, trouble, why);
    }
  }

  /** Asks once; ends by itself within some seconds, or soon after an interrupt. */
  Sight look() throws InterruptedException;
}
