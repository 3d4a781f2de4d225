package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Message;

/** Lanes of one hop, for what cannot be examined any further. */
final class Lanes {

  private Lanes() {}

  /** The ways themselves could not be found out. */
  static Lane untold(Message why) {
    return only(HopId.SETTINGS, Verdict.unknown(why));
  }

  static Lane only(HopId id, Verdict verdict) {
    return new Lane(Route.OTHER, "", List.of(Check.vital(id, Limits.LOCAL, () -> verdict)));
  }
}
