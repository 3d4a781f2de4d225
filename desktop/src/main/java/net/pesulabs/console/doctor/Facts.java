package net.pesulabs.console.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import net.pesulabs.console.doctor.LaptopProbe.Links;

/** What the hops of one examination have in common, each asked once. */
final class Facts {

  private final List<Once<?>> shared = new ArrayList<>();

  final House house;
  final Clock clock;
  final Cures cures;
  final Once<Links> links;
  final Once<TailscaleProbe.Sight> tailscale;

  Facts(House house, Clock clock) {
    this.house = house;
    this.clock = clock;
    this.cures = new Cures(house.os());
    this.links = once(house.laptop()::links);
    this.tailscale = once(house.tailscale()::look);
  }

  synchronized <T> Once<T> once(Callable<T> ask) {
    var once = new Once<>(ask);
    shared.add(once);
    return once;
  }

  /** Breaks off what nobody waits for any more. */
  synchronized void end() {
    shared.forEach(Once::end);
  }

  /** Whether this computer is on the home network. */
  boolean atHome() throws Exception {
    return Network.anyWithin(links.get().all(), house.profile().lan());
  }
}
