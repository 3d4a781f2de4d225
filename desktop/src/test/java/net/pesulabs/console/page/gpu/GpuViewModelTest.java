package net.pesulabs.console.page.gpu;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.fx.ManualFx;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
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
  private final GpuViewModel model = new GpuViewModel(homelab, pulse, now);

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

  private void scrape(java.time.Instant at) {
    var cards = List.of(SampleHouse.working(601));
    homelab.gpu().set(new Reading.Live<>(new GpuNode("pesubuntu", cards), GPU_ORIGIN, at));
  }
}
