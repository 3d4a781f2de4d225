package net.pesulabs.console.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Router.Standing;
import net.pesulabs.console.homelab.Router.Wan;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the router's state means. What nobody told of it is neither good nor bad. */
public final class GatewayHealth {

  static final String DOWN = "router-down";
  static final String WAN_DOWN = "wan-down";
  static final String DNS_DOWN = "dns-down";

  private GatewayHealth() {}

  /** The worst that is known of it. */
  public static Health of(Router router) {
    return diagnose(router).stream()
        .max(Comparator.comparing(Diagnosis::severity))
        .map(Diagnosis::health)
        .orElseGet(() -> new Health(Severity.FINE, well(router)));
  }

  private static Message well(Router router) {
    return router.standing() == Standing.ELSEWHERE
        ? Msg.gatewayHealthElsewhere()
        : router.wan() != null ? Msg.gatewayHealthOnline() : Msg.gatewayHealthAnswers();
  }

  /** All that is wrong with it. */
  static List<Diagnosis> diagnose(Router router) {
    return switch (router.standing()) {
      case GONE ->
          List.of(
              Diagnosis.of(
                  DOWN,
                  Severity.CRITICAL,
                  Msg.gatewayHealthGone(),
                  Msg.adviceGatewayGone(),
                  List.of("standing=" + router.standing().id()),
                  null));
      case ELSEWHERE -> List.of();
      case ANSWERS -> ofOneThatAnswers(router);
    };
  }

  private static List<Diagnosis> ofOneThatAnswers(Router router) {
    var found = new ArrayList<Diagnosis>();
    Wan wan = router.wan();
    if (wan != null && !wan.up()) {
      found.add(
          Diagnosis.of(
              WAN_DOWN,
              Severity.CRITICAL,
              Msg.gatewayHealthWanDown(),
              Msg.adviceGatewayWanDown(),
              List.of("wan.up=false"),
              null));
    }
    if (Boolean.FALSE.equals(router.answersNames())) {
      found.add(
          Diagnosis.of(
              DNS_DOWN,
              Severity.CRITICAL,
              Msg.gatewayHealthDnsDown(),
              Msg.adviceGatewayDnsDown(),
              List.of("dns=silent"),
              null));
    }
    add(found, "exporter", router.exporter());
    add(found, "ubus", router.account());
    return found;
  }

  /** Only one that somebody set up can be missed. */
  private static void add(List<Diagnosis> found, String name, Part part) {
    Message why = part.why();
    if (why == null) {
      return;
    }
    boolean silent = part.state() == Part.State.SILENT;
    found.add(
        Diagnosis.of(
            silent ? "router-silent" : "router-login-refused",
            switch (part.state()) {
              case SILENT -> Severity.UNKNOWN;
              case REFUSED -> Severity.WARNING;
              case NOT_SET, WAITING, TOLD -> Severity.NOTICE;
            },
            why,
            silent ? Msg.adviceGatewaySilent() : Msg.adviceGatewayRefused(),
            List.of(name + "=" + part.state().id()),
            null));
  }
}
