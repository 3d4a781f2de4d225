package net.pesulabs.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Router.Standing;
import net.pesulabs.console.homelab.Router.Wan;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayHealthTest {

  private static final Wan UP = new Wan(true, "203.0.113.7", null);
  private static final Wan DOWN = new Wan(false, null, null);
  private static final Part REFUSED = new Part(Part.State.REFUSED, Msg.appDemo());
  private static final Part SILENT = new Part(Part.State.SILENT, Msg.appDemo());
  private static final Part PARTLY = new Part(Part.State.TOLD, Msg.appDemo());

  private static Router router(Standing standing, Boolean names, Wan wan, Part account) {
    return new Router(
        standing,
        names,
        null,
        null,
        Part.NOT_SET,
        account,
        Router.Device.UNKNOWN,
        Router.Load.UNKNOWN,
        wan,
        null,
        List.of());
  }

  private record Case(Router router, Severity severity, Message text, String... causes) {}

  static Stream<Case> cases() {
    Standing here = Standing.ANSWERS;
    return Stream.of(
        new Case(router(here, null, null, Part.NOT_SET), Severity.FINE, Msg.gatewayHealthAnswers()),
        new Case(router(here, true, UP, Part.TOLD), Severity.FINE, Msg.gatewayHealthOnline()),
        new Case(router(here, true, null, Part.WAITING), Severity.FINE, Msg.gatewayHealthAnswers()),
        new Case(
            router(here, false, UP, Part.TOLD),
            Severity.CRITICAL,
            Msg.gatewayHealthDnsDown(),
            "dns-down"),
        new Case(
            router(here, true, DOWN, Part.TOLD),
            Severity.CRITICAL,
            Msg.gatewayHealthWanDown(),
            "wan-down"),
        new Case(
            router(here, true, null, REFUSED),
            Severity.WARNING,
            Msg.appDemo(),
            "router-login-refused"),
        new Case(
            router(here, true, null, SILENT), Severity.UNKNOWN, Msg.appDemo(), "router-silent"),
        new Case(
            router(here, true, UP, PARTLY), Severity.NOTICE, Msg.appDemo(), "router-login-refused"),
        new Case(
            router(Standing.ELSEWHERE, null, null, SILENT),
            Severity.FINE,
            Msg.gatewayHealthElsewhere()),
        new Case(
            router(Standing.GONE, null, null, SILENT),
            Severity.CRITICAL,
            Msg.gatewayHealthGone(),
            "router-down"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void judges(Case each) {
    assertThat(GatewayHealth.of(each.router)).isEqualTo(new Health(each.severity, each.text));
    assertThat(GatewayHealth.diagnose(each.router))
        .extracting(Diagnosis::cause)
        .containsExactly(each.causes);
  }

  @Test
  void severalTroublesAreOneConcernOfTheMachine() {
    try (var house = new House()) {
      tell(house, router(Standing.ANSWERS, false, DOWN, REFUSED));
      assertThat(house.concerns())
          .containsExactly("machine/GL-MT2500: wan-down + dns-down + router-login-refused");
      assertThat(house.health.sorted().getFirst().leading().text().in(Language.ES))
          .isEqualTo("GL-MT2500: Funciona, pero la casa no tiene Internet");
      tell(house, router(Standing.ANSWERS, true, UP, Part.TOLD));
      assertThat(house.concerns()).isEmpty();
    }
  }

  @Test
  void onlyALiveWordCounts() {
    try (var house = new House()) {
      tell(house, router(Standing.GONE, null, null, Part.NOT_SET));
      assertThat(house.concerns()).containsExactly("machine/GL-MT2500: router-down");
      house.homelab.router().update(reading -> reading.lost(Msg.appDemo()));
      assertThat(house.concerns()).containsExactly("source/gateway: unreachable");
    }
  }

  @Test
  void aHouseWithoutARouterMissesNone() {
    try (var house = new House()) {
      Profile example = Profile.example();
      var without =
          new Profile(
              example.name(),
              example.lan(),
              List.of(example.machines().getLast()),
              "",
              "",
              "",
              "",
              "");
      house.settings.set(Settings.initial().withProfile(without));
      var origin = new Origin(Source.GATEWAY, Route.OTHER, "");
      house.homelab.router().set(new Reading.Unknown<>(origin, Msg.gatewaySourceNone()));
      assertThat(house.concerns()).isEmpty();
      assertThat(without.has(Source.GATEWAY)).isFalse();
      assertThat(without.has(Source.GPU)).isFalse();
      assertThat(without.has(Source.TAILNET)).isTrue();
    }
  }

  private static void tell(House house, Router router) {
    var origin = new Origin(Source.GATEWAY, Route.LAN, "192.168.8.1");
    house.homelab.router().set(new Reading.Live<>(router, origin, house.clock.instant()));
  }
}
