package net.pesulabs.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose side it is on, as the doctor says it. */
final class SideTest {

  @Test
  void aSilentHouseBehindATailscaleThatDoesNotAnswerProvesNothing() {
    var doubtful = path(unknown(HopId.TAILSCALE_RUNNING), broken(HopId.PORT, Healer.ADMIN));

    assertThat(side(doubtful)).isEqualTo(Msg.doctorSideUnknown());
  }

  @Test
  void oneWhoAnswersWithAProblemIsInTheHouseWhateverIsNotKnownOfThisComputer() {
    var answers = path(unknown(HopId.TAILSCALE_RUNNING), broken(HopId.COLLECTOR, Healer.ADMIN));

    assertThat(side(answers)).isEqualTo(Msg.doctorSideThere());
  }

  @Test
  void ofTwoPathsTheOneWithoutDoubtTells() {
    var doubtful = path(unknown(HopId.TAILSCALE_RUNNING), broken(HopId.PORT, Healer.ADMIN));

    assertThat(side(doubtful, path(broken(HopId.NETWORK, Healer.YOU))))
        .isEqualTo(Msg.doctorSideHere());
    assertThat(side(doubtful, path(broken(HopId.PORT, Healer.ADMIN))))
        .isEqualTo(Msg.doctorSideThere());
  }

  private static Message side(Path... paths) {
    return Words.side(new Examination(Instant.EPOCH, Instant.EPOCH, List.of(paths)));
  }

  private static Path path(Hop... hops) {
    return new Path(Target.GPU, "", new ArrayList<>(List.of(hops)), null, List.of(), true);
  }

  private static Hop unknown(HopId id) {
    return hop(id, Hop.State.UNKNOWN, null);
  }

  private static Hop broken(HopId id, Healer who) {
    return hop(id, Hop.State.BROKEN, new Fix(who, Msg.readingWaiting(), List.of()));
  }

  private static Hop hop(HopId id, Hop.State state, @Nullable Fix fix) {
    return new Hop(id, state, Msg.readingWaiting(), fix);
  }
}
