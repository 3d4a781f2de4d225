package net.pesulabs.console.homelab;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tailnet as this laptop's Tailscale tells it.
 *
 * @param self this laptop; null before it has a key
 * @param peers the other machines; while the state is not {@code UP} their presence is unknown
 * @param warnings what Tailscale itself complains of, in English, as it says it
 */
public record Tailnet(
    State state, String version, @Nullable Peer self, List<Peer> peers, List<String> warnings) {

  /** The state of Tailscale on this laptop. */
  public enum State {
    UP,
    /** Running, but without a link to the coordination server. */
    CUT_OFF,
    STARTING,
    STOPPED,
    NEEDS_LOGIN,
    KEY_EXPIRED,
    NEEDS_APPROVAL,
    OTHER_USER;

    /** The name used by {@code status --json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How this laptop reaches a peer. */
  public enum Path {
    DIRECT,
    RELAYED,
    /** Online, but nothing was sent lately, so the way is not known. */
    IDLE,
    OFFLINE,
    EXPIRED,
    UNKNOWN;

    /** The name used by {@code status --json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A machine of the tailnet.
   *
   * @param via the address of a direct path, the relay of a relayed one
   * @param lastSeen when an offline one was last there
   */
  public record Peer(
      String name,
      String os,
      List<String> addresses,
      Path path,
      @Nullable String via,
      @Nullable Instant lastSeen,
      boolean exitNode,
      boolean exitNodeOffered,
      List<String> routes) {}

  /** The peer, or this laptop, that holds an address. */
  public Optional<Peer> byAddress(String address) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.ofNullable(self), peers.stream())
        .filter(peer -> peer.addresses().contains(address))
        .findFirst();
  }
}
