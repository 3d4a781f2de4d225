package net.pesulabs.console.doctor;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** How far one lane has been walked. Guarded by the {@link Board} it is on. */
final class Walk {

  final Lane lane;
  final List<Hop> hops = new ArrayList<>();
  @Nullable HopId now;
  boolean walked;

  /** Whether the silence found is no more than being away from home. */
  boolean merelyAway;

  Walk(Lane lane) {
    this.lane = lane;
  }

  @Nullable Hop obstacle() {
    return hops.stream()
        .filter(Hop::isBroken)
        .findFirst()
        .or(() -> hops.stream().filter(hop -> hop.state() == Hop.State.UNKNOWN).findFirst())
        .orElse(null);
  }

  /** The higher, the better it tells how the target is. */
  int rank() {
    if (!walked) {
      return 2000;
    }
    Hop obstacle = obstacle();
    if (obstacle == null) {
      return 3000;
    }
    // What is far along a way that works is more telling than silence on another.
    return merelyAway ? -1 : obstacle.id().ordinal();
  }

  /** Everything behind what stopped the walk. */
  void skipRest(int from) {
    for (Check check : lane.checks().subList(from, lane.checks().size())) {
      hops.add(new Hop(check.id(), Hop.State.SKIPPED, Msg.doctorSkipped(), null));
    }
  }
}
