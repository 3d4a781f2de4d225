package net.pesulabs.console.source.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.Card;
import org.junit.jupiter.api.Test;

class SpillTest {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private final Spill spill = new Spill();

  @Test
  void whatACardUsesWhileThereIsRoomIsNoSpill() {
    assertThat(at(50, 200 * MIB)).isZero();
    assertThat(at(90, 4 * GIB)).isZero();
    assertThat(at(95, 4 * GIB)).isZero();
  }

  @Test
  void whatIsAboveTheIdleLevelWhileItIsFullIsSpilled() {
    at(50, 200 * MIB);
    assertThat(at(99, 200 * MIB + GIB)).isEqualTo(GIB);
    assertThat(at(99, 200 * MIB + 2 * GIB)).isEqualTo(2 * GIB);
  }

  @Test
  void aFullCardWhoseUseStaysAtItsLevelSpillsNothing() {
    at(50, 200 * MIB);
    assertThat(at(99, 200 * MIB)).isZero();
    assertThat(at(99, 400 * MIB)).isZero();
  }

  @Test
  void theLevelIsTheLeastOfTheLastWhile() {
    at(50, 100 * MIB);
    for (int i = 0; i < 120; i++) {
      at(50, 600 * MIB); // a desktop was started meanwhile
    }
    assertThat(at(99, 700 * MIB)).isZero();
    assertThat(at(99, 900 * MIB)).isEqualTo(300 * MIB);
  }

  @Test
  void whatWasPutOutIsNoLevelAsSoonAsThereIsRoom() {
    at(50, 100 * MIB);
    at(99, 2 * GIB);
    at(50, 2 * GIB); // a buffer returns only when it is used
    assertThat(at(99, 2 * GIB)).isEqualTo(2 * GIB - 100 * MIB);
  }

  @Test
  void aSpillingCardStaysSoUntilThereIsRealRoom() {
    at(50, 100 * MIB);
    assertThat(at(96, 2 * GIB)).isPositive();
    assertThat(at(94, 2 * GIB)).isPositive();
    assertThat(at(91, 2 * GIB)).isPositive();
    assertThat(at(90, 2 * GIB)).isZero();
    assertThat(at(94, 2 * GIB)).isZero();
  }

  @Test
  void ofACardFirstSeenFullOnlyTheSurePartIsTold() {
    assertThat(at(99, 4 * GIB)).isEqualTo(3 * GIB);
    assertThat(at(99, 300 * MIB)).isZero();
    // Now its level is known to be no higher.
    assertThat(at(99, 300 * MIB + GIB)).isEqualTo(GIB);
  }

  @Test
  void aCardFirstSeenFullMayUseAsMuchAsADesktopDoes() {
    assertThat(at(99, GIB)).isZero();
  }

  @Test
  void withoutTheCardsOwnMemoryThereIsNoTelling() {
    assertThat(spill.bytes("card1", null, 9 * GIB)).isZero();
  }

  @Test
  void everyCardHasItsOwnLevel() {
    at(50, 100 * MIB);
    assertThat(spill.bytes("card2", vram(99), 600 * MIB)).isZero();
    assertThat(at(99, 600 * MIB)).isEqualTo(500 * MIB);
    spill.keepOnly(List.of("card2"));
    assertThat(at(99, 600 * MIB)).isZero();
  }

  private long at(long percent, long gtt) {
    return spill.bytes("card1", vram(percent), gtt);
  }

  private static Card.Vram vram(long percent) {
    return new Card.Vram(percent * GIB, 100 * GIB);
  }
}
