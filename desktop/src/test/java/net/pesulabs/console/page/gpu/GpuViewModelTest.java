package net.pesulabs.console.page.gpu;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.fx.ManualFx;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class GpuViewModelTest {

  private final MovableClock clock = new MovableClock(NOW);
  private final ManualFx fx = new ManualFx();
  private final Pulse pulse = new Pulse(fx);
  private final Now now = new Now(clock);
  private final LiveHomelab homelab = SampleHouse.live();
  private final AtomicReference<List<Finding>> found = new AtomicReference<>(List.of());
  private final GpuViewModel model =
      new GpuViewModel(homelab, found::get, new Cell<>(Settings.initial()), pulse, now);

  @Test
  void itLooksOnlyWhileItIsOpen() {
    assertThat(homelab.attention().isOn(Source.GPU)).isFalse();
    model.activate();
    assertThat(homelab.attention().isOn(Source.GPU)).isTrue();
    assertThat(homelab.attention().isOn(Source.MODEL)).isTrue();
    model.deactivate();
    assertThat(homelab.attention().isOn(Source.GPU)).isFalse();
    assertThat(homelab.attention().isOn(Source.MODEL)).isFalse();
  }

  @Test
  void openedTwiceItStillLeavesNothingBehind() {
    model.activate();
    model.activate();
    model.deactivate();
    assertThat(homelab.attention().isOn(Source.GPU)).isFalse();
  }

  @Test
  void inASilenceTheFiguresGetOld() {
    model.activate();
    homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(model.status().get().kind()).isEqualTo(GpuStatus.Kind.STALE);
        });
    clock.move(Duration.ofSeconds(1));
    now.tick();
    clock.move(Duration.ofSeconds(29));
    now.tick();
    assertThat(model.status().get().headline().arguments()).hasSize(1);
    assertThat(model.card("card1").getValue().known()).isPresent();
  }

  @Test
  void closedItHearsNothingMore() {
    model.activate();
    model.deactivate();
    var probe = new ArrayList<Reading<GpuNode>>();
    try (var following = pulse.follow(homelab.gpu(), probe::add)) {
      scrape(NOW.plusSeconds(1));
      await()
          .untilAsserted(() -> {
            fx.run();
            assertThat(probe).as("%s", following).hasSize(2);
          });
    }
    clock.move(Duration.ofSeconds(5));
    now.tick();
    assertThat(model.gpu().getValue().heardAt()).contains(NOW);
    assertThat(model.now().getValue()).isEqualTo(NOW);
  }

  @Test
  void whatIsFoundIsKnownWithTheNextTick() {
    model.activate();
    var hot =
        new Finding(
            "gpu-hot",
            Severity.WARNING,
            "gpu/pesubuntu/card1",
            List.of(),
            null,
            Msg.appDemo(),
            Msg.appDemo());
    fx.run();
    found.set(List.of(hot));
    now.tick();
    clock.move(Duration.ofSeconds(1));
    now.tick();
    assertThat(model.found().getValue()).containsExactly(hot);
    assertThat(model.status().get().condition()).isEqualTo(CardCondition.HOT);
  }

  @Test
  void theBiggestCardComesFirstAndTheSettingsNameIt() {
    model.activate();
    var cards = List.of(SampleHouse.second(), SampleHouse.working(601));
    homelab
        .gpu()
        .set(new Reading.Live<>(new GpuNode("pesubuntu", cards), GPU_ORIGIN, NOW.plusSeconds(1)));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(model.cards()).containsExactly("card1", "card2");
        });
    assertThat(model.nameOf("card1")).isEqualTo("Radeon RX 7800 XT");
    assertThat(model.nameOf("card2")).isEqualTo("card2");
  }

  private void scrape(java.time.Instant at) {
    var cards = List.of(SampleHouse.working(601));
    homelab.gpu().set(new Reading.Live<>(new GpuNode("pesubuntu", cards), GPU_ORIGIN, at));
  }
}
