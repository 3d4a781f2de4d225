package net.pesulabs.console.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import net.pesulabs.console.demo.Fault;
import net.pesulabs.console.demo.PretendHomelab;
import net.pesulabs.console.doctor.ExporterProbe;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.prometheus.PrometheusPast;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import net.pesulabs.console.source.prometheus.Whose;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Doorway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each who may tell of the cards, in the pretend house. */
class PretendTellersTest {

  private static final long VRAM = 17_163_091_968L;

  private static PrometheusServer prometheus(Profile profile) {
    return new PrometheusServer(new Routes(profile).toPrometheus(), new Doorway(ApiProxy.NONE));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "DRM_OFF_BUT_PROMETHEUS",
        "PROMETHEUS_INSTEAD",
        "ALL_SMI_INSTEAD",
        "DEVICE_METRICS_INSTEAD"
      })
  void tellsOfTheCard(Fault fault) throws Exception {
    var homelab = new LiveHomelab();
    try (var house = PretendHomelab.start(EnumSet.of(fault), Clock.systemUTC())) {
      Profile profile = house.profile();
      try (Access access = Access.direct(Source.GPU, profile.gpuUrl());
          PrometheusServer prometheus =
              new Routes(profile).toPrometheus().isEmpty() ? null : prometheus(profile);
          var source =
              GpuSource.start(
                  access,
                  Neighbours.NONE,
                  prometheus,
                  Whose.of(profile),
                  homelab,
                  Clock.systemUTC())) {
        assertThat(source).isNotNull();
        await().atMost(Duration.ofSeconds(20)).until(() -> homelab.gpu().get().isLive());
        GpuNode node = homelab.gpu().get().known().orElseThrow();
        assertThat(node.cards()).hasSize(1);
        Card card = node.cards().getFirst();
        assertThat(card.vramTotalBytes()).isBetween(VRAM - (1 << 20), VRAM);
        assertThat(card.power().watts()).isPositive();
      }
    }
  }

  @Test
  void aPrometheusKeepsThePast() {
    try (var house =
        PretendHomelab.start(EnumSet.of(Fault.DRM_OFF_BUT_PROMETHEUS), Clock.systemUTC())) {
      Profile profile = house.profile();
      try (PrometheusServer server = prometheus(profile)) {
        var past = new PrometheusPast(server, Whose.of(profile), Clock.systemUTC());
        Instant now = Instant.now();
        for (Figure figure :
            List.of(
                Figure.BUSY,
                Figure.VRAM_USED,
                Figure.GTT_USED,
                Figure.EDGE,
                Figure.JUNCTION,
                Figure.MEMORY_TEMPERATURE,
                Figure.POWER,
                Figure.FAN,
                Figure.CORE_CLOCK,
                Figure.MEMORY_CLOCK)) {
          Buckets day =
              past.query(
                  Series.ofCard("pesubuntu", "card1", figure),
                  now.minus(Duration.ofHours(24)),
                  now,
                  300);
          assertThat(day.origin()).as("%s", figure).isNotNull();
          assertThat(day.buckets()).as("%s", figure).hasSizeBetween(50, 301);
          assertThat(day.buckets())
              .as("%s", figure)
              .allMatch(b -> b.min() <= b.mean() && b.mean() <= b.max())
              .extracting(Bucket::at)
              .isSorted();
        }
        assertThat(
                past.query(
                        Series.ofMachine("pesubuntu", Figure.MACHINE_CPU),
                        now.minus(Duration.ofHours(1)),
                        now,
                        300)
                    .buckets())
            .isNotEmpty();
      }
    }
  }

  @Test
  void theDoctorSeesWhoStandsIn() throws Exception {
    try (var house =
        PretendHomelab.start(EnumSet.of(Fault.DRM_OFF_BUT_PROMETHEUS), Clock.systemUTC())) {
      var checkup = new ExporterCheckup(house.profile(), Clock.systemUTC());
      String url = house.profile().gpuUrl();
      assertThat(checkup.look(url).state()).isEqualTo(ExporterProbe.State.COLLECTOR_OFF);
      ExporterProbe.Instead instead = checkup.instead(url).orElseThrow();
      assertThat(instead.sight().teller()).isEqualTo(ExporterProbe.Teller.PROMETHEUS);
      assertThat(instead.sight().cards().cards()).extracting(Card::id).containsExactly("card1");
    }
  }
}
