package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A month that could have been, the same each time. */
class PretendPastTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  private final PretendPast past = new PretendPast(NOW, ZONE);

  private Buckets month(Figure figure) {
    return past.query(new Series("any", figure), NOW.minus(Duration.ofDays(30)), NOW, 720);
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void everyFigureHasAMonthWithGapsAndNothingImpossible(Figure figure) {
    Buckets month = month(figure);
    assertThat(month.width()).isEqualTo(Duration.ofHours(1));
    assertThat(month.buckets()).hasSizeBetween(150, 700);
    assertThat(month.buckets())
        .allMatch(b -> b.min() >= 0 && b.min() <= b.mean() + 1e-6 && b.mean() <= b.max() + 1e-6);
    assertThat(month.buckets()).extracting(Bucket::at).isSorted().allMatch(NOW::isAfter);
    assertThat(month(figure)).as("again").isEqualTo(month);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23T04:00:00Z", "2026-11-21T12:00:00Z", "2026-11-23T20:00:00Z"})
  void justBeforeTheStartSomebodyWasThereAtAnyHour(String start) {
    Instant now = Instant.parse(start);
    List<Bucket> hour =
        new PretendPast(now, ZONE)
            .query(new Series("any", Figure.BUSY), now.minusSeconds(3600), now, 720)
            .buckets();
    assertThat(hour).hasSize(720);
    assertThat(hour).anyMatch(bucket -> bucket.max() > 90);
    assertThat(hour).anyMatch(bucket -> bucket.max() < 10);
  }

  @Test
  void nothingIsToldOfTheTimeSinceTheStart() {
    var later = NOW.plusSeconds(600);
    assertThat(past.query(new Series("any", Figure.BUSY), NOW, later, 600).buckets()).isEmpty();
  }
}
