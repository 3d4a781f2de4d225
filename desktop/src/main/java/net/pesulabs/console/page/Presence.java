package net.pesulabs.console.page;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.TailnetHealth;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine is in the tailnet, and by which way, in words.
 *
 * @param word the same as {@code health}'s sentence, short enough for a line on the map
 * @param via the address or relay of the way; null where there is none or it is not told
 * @param lastSeen when an offline machine was last there
 */
public record Presence(
    Kind kind, Health health, Message word, @Nullable String via, @Nullable Instant lastSeen) {

  /** As {@link Tailnet.Path}, and what a path cannot say. */
  public enum Kind {
    THIS_COMPUTER,
    DIRECT,
    RELAYED,
    IDLE,
    OFFLINE,
    EXPIRED,
    /** The tailnet has no such machine. */
    ABSENT
  }

  /** Whether the machine talks to the tailnet, by whatever way. */
  public boolean isOnline() {
    return switch (kind) {
      case THIS_COMPUTER, DIRECT, RELAYED, IDLE -> true;
      case OFFLINE, EXPIRED, ABSENT -> false;
    };
  }

  /**
   * The presence of the machine that {@code find} finds. Unknown, with the reason, while this
   * computer's own Tailscale is not up: what it then still says of others is old.
   */
  public static Reading<Presence> of(
      Reading<Tailnet> tailnet, Function<Tailnet, Optional<Tailnet.Peer>> find) {
    Tailnet known = tailnet.known().orElse(null);
    if (known != null && known.state() != Tailnet.State.UP) {
      return new Reading.Unknown<>(tailnet.origin(), TailnetHealth.of(known).text());
    }
    return tailnet.map(t -> find.apply(t).map(peer -> of(t, peer)).orElseGet(Presence::absent));
  }

  private static @Nullable Presence of(Tailnet tailnet, Tailnet.Peer peer) {
    if (peer.equals(tailnet.self())) {
      return fine(Kind.THIS_COMPUTER, Msg.homePresenceSelf(), Msg.homePresenceSelf(), null);
    }
    return switch (peer.path()) {
      case DIRECT ->
          fine(Kind.DIRECT, Msg.homePresenceDirect(), Msg.homePresenceDirectShort(), peer.via());
      case RELAYED -> {
        String via = peer.via();
        yield fine(
            Kind.RELAYED,
            via == null ? Msg.homePresenceRelayed() : Msg.homePresenceRelayedVia(via),
            Msg.homePresenceRelayedShort(),
            via);
      }
      case IDLE -> fine(Kind.IDLE, Msg.homePresenceIdle(), Msg.homePresenceIdleShort(), null);
      case OFFLINE ->
          new Presence(
              Kind.OFFLINE,
              new Health(Severity.CRITICAL, Msg.homePresenceOffline()),
              Msg.homePresenceOfflineShort(),
              null,
              peer.lastSeen());
      case EXPIRED ->
          new Presence(
              Kind.EXPIRED,
              new Health(Severity.CRITICAL, Msg.homePresenceExpired()),
              Msg.homePresenceExpiredShort(),
              null,
              peer.lastSeen());
      case UNKNOWN -> null;
    };
  }

  private static Presence absent() {
    return new Presence(
        Kind.ABSENT,
        new Health(Severity.UNKNOWN, Msg.homePresenceAbsent()),
        Msg.homePresenceAbsentShort(),
        null,
        null);
  }

  private static Presence fine(Kind kind, Message text, Message word, @Nullable String via) {
    return new Presence(kind, new Health(Severity.FINE, text), word, via, null);
  }
}
