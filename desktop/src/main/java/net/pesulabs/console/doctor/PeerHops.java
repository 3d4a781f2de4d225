package net.pesulabs.console.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Peer;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** Whether machines are in the tailnet, and how they are reached there. */
final class PeerHops {

  /**
   * A machine that is looked for.
   *
   * @param address its tailnet address, or its name there
   * @param answers whether it can be reached all the same, asked only where Tailscale holds it to
   *     be offline: that says no more than that the machine has no link to the control server
   *     (tailscale issue 7567)
   */
  record Sought(String name, String address, Callable<Boolean> answers) {}

  private final Facts facts;
  private final List<Sought> sought;

  PeerHops(Facts facts, List<Sought> sought) {
    this.facts = facts;
    this.sought = sought;
  }

  List<Check> all() {
    return List.of(
        Check.vital(HopId.PEER_KNOWN, Limits.LOCAL, this::known),
        Check.vital(HopId.PEER_KEY, Limits.LOCAL, this::key),
        Check.vital(HopId.PEER_ONLINE, Limits.PORT.plus(Limits.SLACK), this::online),
        Check.aside(HopId.PEER_PATH, Limits.LOCAL, this::path));
  }

  private Verdict known() throws Exception {
    for (Sought each : sought) {
      if (peer(each).isEmpty()) {
        return Verdict.broken(
            Msg.doctorPeerUnknown(each.name(), each.address()),
            Healer.ADMIN,
            Msg.doctorPeerUnknownFix(each.name()),
            facts.cures.tailscaleStatus(),
            Cures.on(each.name(), "sudo tailscale up"));
      }
    }
    return Verdict.ok(Msg.doctorPeerKnown(names()));
  }

  private Verdict key() throws Exception {
    for (Sought each : sought) {
      if (path(each) == Tailnet.Path.EXPIRED) {
        return Verdict.broken(
            Msg.doctorPeerExpired(each.name()),
            Healer.ADMIN,
            Msg.doctorPeerExpiredFix(each.name()),
            Cures.on(each.name(), "sudo tailscale up --force-reauth"));
      }
    }
    return Verdict.ok(Msg.doctorPeerKeyGood());
  }

  private Verdict online() throws Exception {
    for (Sought each : sought) {
      if (path(each) == Tailnet.Path.OFFLINE && !each.answers().call()) {
        return Verdict.broken(
            offline(each),
            Healer.SOMEBODY_AT_HOME,
            Msg.doctorPeerOfflineFix(each.name()),
            Cures.on(each.name(), "sudo systemctl restart tailscaled"));
      }
    }
    return Verdict.ok(Msg.doctorPeerOnline(names()));
  }

  private Message offline(Sought each) throws Exception {
    Instant seen = peer(each).map(Peer::lastSeen).orElse(null);
    return seen == null
        ? Msg.doctorPeerOffline(each.name())
        : Msg.doctorPeerOfflineSince(
            each.name(), Quantity.duration(Duration.between(seen, facts.clock.instant())));
  }

  private Verdict path() throws Exception {
    Localized all = null;
    for (Sought each : sought) {
      Localized one = path(each.name(), peer(each));
      all = all == null ? one : Msg.doctorPeerAnd(all, one);
    }
    return Verdict.ok(Msg.doctorPeerPath(all == null ? Localized.verbatim("–") : all));
  }

  private static Message path(String name, Optional<Peer> peer) {
    String via = peer.map(Peer::via).orElse(null);
    return switch (peer.map(Peer::path).orElse(Tailnet.Path.UNKNOWN)) {
      case DIRECT -> Msg.doctorPeerDirect(name);
      case RELAYED -> Msg.doctorPeerRelayed(name, via == null ? "–" : via);
      case IDLE, OFFLINE, EXPIRED, UNKNOWN -> Msg.doctorPeerIdle(name);
    };
  }

  private Tailnet.Path path(Sought each) throws Exception {
    return peer(each).map(Peer::path).orElse(Tailnet.Path.UNKNOWN);
  }

  private Optional<Peer> peer(Sought each) throws Exception {
    Tailnet tailnet = facts.tailscale.get().tailnet();
    if (tailnet == null) {
      throw new IllegalStateException("asked after a hop that was not passed");
    }
    return tailnet
        .byAddress(each.address())
        .or(() ->
            tailnet.peers().stream().filter(peer -> isName(each.address(), peer)).findFirst());
  }

  /** A name of MagicDNS begins with the machine's. */
  private static boolean isName(String address, Peer peer) {
    String name = address.toLowerCase(Locale.ROOT);
    return name.endsWith(".ts.net") && name.startsWith(peer.name().toLowerCase(Locale.ROOT) + ".");
  }

  private String names() {
    return sought.stream().map(Sought::name).collect(Collectors.joining(", "));
  }
}
