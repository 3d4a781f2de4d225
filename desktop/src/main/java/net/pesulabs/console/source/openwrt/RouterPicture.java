package net.pesulabs.console.source.openwrt;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Router.Standing;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.openwrt.Door.Knock;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the knocking, the exporter, the account and the tailnet tell of the router,
 * and writes it down. Safe for any thread; once closed it writes no more.
 */
final class RouterPicture implements Subscription {

  private final Profile profile;
  private final Profile.Machine machine;
  private final LiveHomelab homelab;
  private final Clock clock;
  private final Set<String> ways = new HashSet<>();
  private @Nullable Knocks knocks;
  private Part exporter = Part.NOT_SET;
  private Part account = Part.NOT_SET;
  private Told byExporter = Told.NOTHING;
  private Told byAccount = Told.NOTHING;
  private boolean closed;

  RouterPicture(Profile profile, Profile.Machine machine, LiveHomelab homelab, Clock clock) {
    this.profile = profile;
    this.machine = machine;
    this.homelab = homelab;
    this.clock = clock;
    homelab
        .router()
        .set(new Reading.Unknown<>(nowhere(machine.lanAddress()), Msg.readingWaiting()));
  }

  private static Origin nowhere(String address) {
    return new Origin(Source.GATEWAY, Route.to(address), address);
  }

  synchronized void knocked(Knocks round) {
    knocks = round;
    publish();
  }

  synchronized void exporter(Part part, Told told) {
    exporter = part;
    byExporter = told;
    publish();
  }

  synchronized void account(Part part, Told told) {
    account = part;
    byAccount = told;
    publish();
  }

  /** What the tailnet tells has changed. */
  synchronized void tailnetTurned() {
    publish();
  }

  /** There is no knocking, for the reason given. */
  synchronized void lost(Message why) {
    if (!closed) {
      homelab.router().update(reading -> reading.lost(why));
    }
  }

  /** The router in the tailnet, as far as that is known now. */
  Optional<Tailnet.Peer> peer() {
    return tailnet().flatMap(tailnet -> new Whereabouts(profile).peer(machine, tailnet));
  }

  private Optional<Tailnet> tailnet() {
    Reading<Tailnet> reading = homelab.tailnet().get();
    return reading.isLive()
        ? reading.known().filter(tailnet -> tailnet.state() == Tailnet.State.UP)
        : Optional.empty();
  }

  private void publish() {
    Knocks round = knocks;
    if (closed || round == null) {
      return; // who is still to be knocked at may be there
    }
    Optional<Map.Entry<Door, Knock>> open =
        round.doors().entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Knock.Answered)
            .findFirst();
    tellWays(round, open.map(Map.Entry::getKey).orElse(null));
    Origin origin =
        open.map(Map.Entry::getKey)
            .orElseGet(() -> round.doors().keySet().iterator().next())
            .origin();
    Optional<Tailnet.Peer> peer = peer();
    Standing standing = standing(open.isPresent() || isHeard(), round.atHome(), peer);
    if (standing == null) {
      homelab.router().update(reading -> reading.lost(Msg.gatewaySourceNobodyKnows()));
      return;
    }
    boolean answers = standing == Standing.ANSWERS;
    Told told = answers ? byAccount.and(byExporter) : Told.NOTHING;
    var router =
        new Router(
            standing,
            answers ? round.answersNames() : null,
            peer.map(Tailnet.Peer::exitNodeOffered).orElse(null),
            peer.map(p -> p.routes().contains(profile.lan())).orElse(null),
            exporter,
            account,
            told.device(),
            told.load(),
            told.wan(),
            told.leases(),
            told.traffic());
    homelab.router().set(new Reading.Live<>(router, origin, clock.instant()));
  }

  private boolean isHeard() {
    return Stream.of(exporter, account)
        .anyMatch(part -> part.state() == Part.State.TOLD || part.state() == Part.State.REFUSED);
  }

  /** Null where nobody can tell. */
  private static @Nullable Standing standing(
      boolean answers, boolean atHome, Optional<Tailnet.Peer> peer) {
    if (answers) {
      return Standing.ANSWERS;
    }
    return peer.map(Tailnet.Peer::path)
        .filter(path -> path != Tailnet.Path.UNKNOWN)
        .map(path ->
            path == Tailnet.Path.OFFLINE || path == Tailnet.Path.EXPIRED
                ? Standing.GONE
                : Standing.ELSEWHERE)
        .orElse(atHome ? Standing.GONE : null);
  }

  private void tellWays(Knocks round, @Nullable Door used) {
    var now = new HashSet<String>();
    round
        .doors()
        .forEach((door, knock) -> {
          Origin origin = door.origin();
          Way way =
              new Way(
                  door.equals(used),
                  switch (knock) {
                    case Knock.Answered(Duration took) ->
                        new Reading.Live<>(took, origin, clock.instant());
                    case Knock.Silent(var why) -> before(origin).lost(why.why());
                  });
          now.add(way.id());
          homelab.ways().put(way);
        });
    ways.stream().filter(id -> !now.contains(id)).forEach(homelab.ways()::remove);
    ways.clear();
    ways.addAll(now);
  }

  private Reading<Duration> before(Origin origin) {
    Reading<Duration> none = new Reading.Unknown<>(origin, Msg.readingWaiting());
    return homelab.ways().get(new Way(false, none).id()).map(Way::latency).orElse(none);
  }

  @Override
  public synchronized void close() {
    closed = true;
    ways.forEach(homelab.ways()::remove);
  }
}
