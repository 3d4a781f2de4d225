package net.pesulabs.console.doctor;

import java.util.List;
import java.util.Optional;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * The way from this computer to a system, as far as it has been walked.
 *
 * @param address of the system by this way; empty where there is none
 * @param hops in order; those behind the first broken one are skipped
 * @param now what is being examined; null where nothing is
 * @param notes what else is worth knowing, such as another way that does not lead there
 * @param walked whether nothing more comes
 */
public record Path(
    Target target,
    String address,
    List<Hop> hops,
    @Nullable HopId now,
    List<Message> notes,
    boolean walked) {

  /** What a path comes to. */
  public enum State {
    WALKING,
    OK,
    BROKEN,
    UNKNOWN,
    /** There is no such system in the settings. */
    NOT_SET_UP
  }

  public Path {
    hops = List.copyOf(hops);
    notes = List.copyOf(notes);
  }

  static Path begun(Target target) {
    return new Path(target, "", List.of(), null, List.of(), false);
  }

  public Optional<Hop> firstBroken() {
    return hops.stream().filter(Hop::isBroken).findFirst();
  }

  /** The hop at which the path ends before its system: broken, or else not known. */
  public Optional<Hop> obstacle() {
    return firstBroken()
        .or(() -> hops.stream().filter(hop -> hop.state() == Hop.State.UNKNOWN).findFirst());
  }

  public State state() {
    if (!walked) {
      return State.WALKING;
    }
    if (firstBroken().isPresent()) {
      return State.BROKEN;
    }
    if (obstacle().isPresent() || hops.isEmpty()) {
      return State.UNKNOWN;
    }
    boolean nothing = hops.stream().allMatch(hop -> hop.state() == Hop.State.SKIPPED);
    return nothing ? State.NOT_SET_UP : State.OK;
  }
}
