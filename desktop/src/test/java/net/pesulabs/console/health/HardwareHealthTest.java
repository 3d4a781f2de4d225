package net.pesulabs.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of the cards and of their machine from one moment to the next. */
class HardwareHealthTest {

  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final String CARD = "gpu/pesubuntu/card1";

  private final HardwareHealth health = new HardwareHealth();

  @Test
  void whatWaversIsOneFindingWithOneBeginning() {
    assertThat(at(0, hot(70))).isEmpty();
    Finding first = at(5, hot(107)).getFirst();
    assertThat(first.since()).isEqualTo(START.plusSeconds(5));
    for (int second = 6; second < 14; second++) {
      assertThat(at(second, hot(second % 2 == 0 ? 96 : 107)))
          .as("second %d", second)
          .containsExactly(first);
    }
    Finding later = at(16, hot(108)).getFirst();
    assertThat(later.since()).isEqualTo(first.since());
    assertThat(later.text().in(Language.EN)).contains("108");
  }

  @Test
  void itEndsWhenItHasBeenGoneForAWhile() {
    at(0, hot(70));
    at(1, hot(107));
    assertThat(at(10, hot(80))).isNotEmpty();
    assertThat(at(16, hot(80))).isEmpty();
    assertThat(at(20, hot(107)).getFirst().since()).isEqualTo(START.plusSeconds(20));
  }

  @Test
  void ofWhatIsThereFromTheFirstNobodyKnowsSinceWhen() {
    assertThat(at(0, hot(107)).getFirst().since()).isNull();
    assertThat(at(30, hot(107)).getFirst().since()).isNull();
  }

  @Test
  void whatGoesWithoutSayingIsNotSaid() {
    Card slowed = card(111, 60, Card.Throttle.HEAT, 0);
    assertThat(at(0, slowed)).extracting(Finding::cause).containsExactly("gpu-slowed-by-heat");
    Card spilling = card(60, 99, null, 3L << 30);
    assertThat(at(60, spilling)).extracting(Finding::cause).containsExactly("vram-spilling");
    Card both = card(108, 99, null, 3L << 30);
    assertThat(at(61, both)).extracting(Finding::cause).containsExactly("gpu-hot", "vram-spilling");
  }

  @Test
  void aCardThatWasThereAndIsNotHasVanishedUntilItIsBack() {
    assertThat(at(0, hot(107))).isNotEmpty();
    Finding gone = at(1).getFirst();
    assertThat(gone.cause()).isEqualTo("gpu-vanished");
    assertThat(gone.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(gone.object()).isEqualTo(CARD);
    assertThat(gone.since()).isEqualTo(START.plusSeconds(1));
    assertThat(at(600)).extracting(Finding::cause).containsExactly("gpu-vanished");
    assertThat(at(601, hot(70))).isEmpty();
  }

  @Test
  void aCardThatWasNeverThereIsMissedOnlyIfTheSettingsNameIt() {
    assertThat(at(0)).isEmpty();
    var node = new GpuNode("pesubuntu", List.of());
    assertThat(health.judge(node, "pesubuntu", "Radeon RX 7800 XT", START).values())
        .flatExtracting(list -> list)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.cause()).isEqualTo("gpu-missing");
          assertThat(finding.text().in(Language.ES)).contains("Radeon RX 7800 XT");
        });
  }

  @Test
  void anotherHouseHasOtherCards() {
    at(0, hot(70));
    health.forget();
    assertThat(at(1)).isEmpty();
  }

  @Test
  void ofSeveralCardsEachFindingNamesItsOwn() {
    Card other = Card.bare("card2", CardState.IDLE, 1.0, new Card.Vram(500, 512));
    assertThat(at(0, hot(70), other).getFirst().text().in(Language.EN)).startsWith("card2: ");
  }

  @Test
  void aDiskThatIsNearlyFullIsOfItsMachine() {
    assertThat(disks(0, 90)).isEmpty();
    Finding found = disks(1, 91).getFirst();
    assertThat(found.object()).isEqualTo("machine/pesubuntu");
    assertThat(found.cause()).isEqualTo("disk-nearly-full");
    assertThat(found.severity()).isEqualTo(Severity.WARNING);
    assertThat(found.text().in(Language.ES)).startsWith("pesubuntu: ").contains("91\u00a0%");
    assertThat(disks(40, 99).getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(disks(80, 89.5)).as("still").hasSize(1);
    assertThat(disks(120, 80)).isEmpty();
  }

  private List<Finding> disks(int second, double percent) {
    long total = 1000L << 30;
    var disk = new Disk("/", "/dev/nvme0n1p2", (long) (total * (1 - percent / 100)), total);
    var figures =
        new MachineFigures(null, null, null, null, List.of(disk), List.of(), List.of(), null);
    return found(new GpuNode("box", List.of(), figures), second);
  }

  private List<Finding> at(int second, Card... cards) {
    return found(new GpuNode("pesubuntu", List.of(cards)), second);
  }

  private List<Finding> found(GpuNode node, int second) {
    return health.judge(node, "pesubuntu", "", START.plusSeconds(second)).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  private static Card hot(double junction) {
    return card(junction, 60, null, 0);
  }

  private static Card card(
      double junction, double vramPercent, Card.@Nullable Throttle throttle, long spilled) {
    long total = 16L << 30;
    return new Card(
        "card1",
        null,
        CardState.BUSY,
        97.0,
        new Card.Vram((long) (total * vramPercent / 100), total),
        new Card.Gtt(spilled + (256L << 20), total, spilled),
        Card.Heat.UNKNOWN,
        new Card.Heat(junction, 110.0),
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        throttle);
  }
}
