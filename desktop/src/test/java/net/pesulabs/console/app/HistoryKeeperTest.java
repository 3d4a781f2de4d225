package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose figures go where. */
class HistoryKeeperTest {

  private static final Series BUSY = Series.ofCard("pesubuntu", "card1", Figure.BUSY);

  private final MovableClock clock = new MovableClock();
  private final Instant now = clock.instant();
  private final LiveHomelab homelab = new LiveHomelab();
  private final Cell<Settings> settings = new Cell<>(Settings.initial());
  private final HistoryKeeper keeper =
      new HistoryKeeper(homelab, settings, clock, UnaryOperator.identity());

  @TempDir Path folder;

  private void hear(int secondsAgo, double busy) {
    var card = Card.bare("card1", GpuNode.CardState.BUSY, busy, null);
    var origin = new Origin(Source.GPU, Route.LAN, "http://card");
    homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(card)), origin, now.minusSeconds(secondsAgo)));
  }

  private List<Double> past() {
    return homelab.history().get().query(BUSY, now.minusSeconds(60), now, 60).buckets().stream()
        .map(Bucket::mean)
        .toList();
  }

  @Test
  void whatIsHeardIsThereAgainAfterAStart() {
    Path file = folder.resolve("history.db");
    keeper.keep(file);
    hear(20, 10);
    assertThat(past()).containsExactly(10.0);
    keeper.close();
    assertThat(homelab.history().get()).isSameAs(History.NONE);
    hear(10, 20);
    try (var next = new HistoryKeeper(homelab, settings, clock, UnaryOperator.identity())) {
      next.keep(file);
      assertThat(past()).containsExactly(10.0);
      assertThat(next.problem().get()).isEmpty();
    }
  }

  @Test
  void eachHouseHasItsOwnPast() {
    try (keeper) {
      keeper.keep(folder.resolve("history.db"));
      hear(20, 10);
      Profile other =
          new Profile("another", settings.get().profile().lan(), List.of(), "", "", "", "", "");
      settings.update(chosen -> chosen.withProfile(other));
      assertThat(past()).isEmpty();
      settings.set(Settings.initial());
      assertThat(past()).containsExactly(10.0);
    }
  }

  @Test
  void aPretendHouseTouchesNoFileAndHasAPretendPast() {
    Path file = folder.resolve("history.db");
    try (keeper) {
      keeper.pretend((series, from, to, most) ->
          new Buckets(
              Buckets.none(from, to, most).width(),
              List.of(new Bucket(now.minusSeconds(50), 1, 1, 1, 1, false))));
      keeper.keep(file);
      hear(20, 10);
      assertThat(past()).containsExactly(1.0, 10.0);
    }
    assertThat(file).doesNotExist();
  }
}
