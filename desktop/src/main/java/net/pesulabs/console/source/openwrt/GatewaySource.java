package net.pesulabs.console.source.openwrt;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Poller;

/**
 * Keeps {@link LiveHomelab#router()} and the ways to it up: knocks at the router every five seconds
 * while somebody looks, every fifteen otherwise, and asks its exporter and its account where the
 * profile has them.
 */
public final class GatewaySource {

  private static final Duration WHILE_LOOKED_AT = Duration.ofSeconds(5);
  private static final Duration OTHERWISE = Duration.ofSeconds(15);

  private final Profile profile;
  private final Profile.Machine router;
  private final RouterPicture picture;

  private GatewaySource(Profile profile, Profile.Machine router, RouterPicture picture) {
    this.profile = profile;
    this.router = router;
    this.picture = picture;
  }

  /** Starts to ask, and returns at once. A house without a router is told in the reading. */
  public static Subscription start(
      Profile profile, Secrets secrets, LiveHomelab homelab, Clock clock) {
    Optional<Profile.Machine> machine = profile.machine(Profile.Role.GATEWAY);
    if (machine.isEmpty()) {
      var origin = new Origin(Source.GATEWAY, Route.OTHER, "");
      homelab.router().set(new Reading.Unknown<>(origin, Msg.gatewaySourceNone()));
      return () -> {};
    }
    var picture = new RouterPicture(profile, machine.get(), homelab, clock);
    var source = new GatewaySource(profile, machine.get(), picture);
    Subscription tailnet = homelab.tailnet().onChange(reading -> picture.tailnetTurned());
    var http = new Http();
    var pollers = new ArrayList<Subscription>();
    pollers.add(
        Poller.start(
            Source.GATEWAY,
            homelab.attention(),
            Poller.Rhythm.remote(WHILE_LOOKED_AT, OTHERWISE),
            source::knock,
            picture::lost));
    Profile.Gateway gateway = profile.gateway();
    if (!gateway.exporterUrl().isEmpty()) {
      var exporter = new ExporterQuestion(gateway.exporterUrl(), http, picture, clock);
      picture.exporter(Part.WAITING, Told.NOTHING);
      pollers.add(
          Poller.start(
              Source.GATEWAY,
              homelab.attention(),
              ExporterQuestion.RHYTHM,
              exporter,
              exporter::lost));
    }
    if (!gateway.ubusUrl().isEmpty()) {
      var account =
          new AccountQuestion(
              gateway,
              http,
              secrets,
              () -> homelab.attention().isOn(Source.GATEWAY),
              picture,
              clock,
              System::nanoTime);
      picture.account(Part.WAITING, Told.NOTHING);
      pollers.add(
          Poller.start(
              Source.GATEWAY, homelab.attention(), AccountQuestion.RHYTHM, account, account::lost));
    }
    return () -> {
      picture.close();
      tailnet.close();
      pollers.forEach(Subscription::close);
      http.close();
    };
  }

  private void knock() throws Failure, InterruptedException {
    Knocks.Where where = Knocks.where(profile, router, tailnetAddress());
    picture.knocked(Knocks.all(where, HomeNetwork.isHere(profile.lan())));
  }

  /** As the profile has it, else as the tailnet knows the router. */
  private String tailnetAddress() {
    return router.tailnetAddress().isEmpty()
        ? picture.peer().map(Tailnet.Peer::addresses).stream()
            .flatMap(addresses -> addresses.stream())
            .findFirst()
            .orElse("")
        : router.tailnetAddress();
  }
}
