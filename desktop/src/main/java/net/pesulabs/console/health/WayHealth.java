package net.pesulabs.console.health;

import java.util.List;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Msg;

/**
 * Whether a way could be used if somebody mended it. That a way does not answer is no trouble while
 * another does: who is away from home has left the home network. A certificate is another matter.
 */
final class WayHealth {

  static final String CERTIFICATE_NAME = "certificate-name";

  private static final String LACKS_NAME = Msg.reachTlsSan("", "", "").key();

  private WayHealth() {}

  static Diagnosis diagnose(Way way) {
    String address = way.latency().origin().address();
    return way.latency()
        .problem()
        .filter(why -> why.key().equals(LACKS_NAME))
        .map(why ->
            Diagnosis.of(
                CERTIFICATE_NAME,
                Severity.WARNING,
                Msg.wayHealthName(address),
                why,
                List.of("address=" + address, "route=" + way.latency().origin().route().id()),
                null))
        .orElseGet(() -> Diagnosis.fine(Severity.FINE, Msg.sourceHealthLive()));
  }
}
