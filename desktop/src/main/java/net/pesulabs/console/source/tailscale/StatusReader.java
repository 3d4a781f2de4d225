package net.pesulabs.console.source.tailscale;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.Tailnet.Peer;
import net.pesulabs.console.homelab.Tailnet.State;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code tailscale status --json}. The format is declared unstable, so every field may be
 * missing or null; names and meanings are those of Tailscale's package {@code ipn/ipnstate}.
 */
final class StatusReader {

  /** The zero time of Go, which stands for never. */
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private final JsonNode status;
  private final State state;

  private StatusReader(JsonNode status, Instant now) throws Failure {
    this.status = status;
    this.state = state(status, now);
  }

  /**
   * The tailnet as told at {@code now}.
   *
   * @throws Failure where the state is none that is known
   */
  static Tailnet read(JsonNode status, Instant now) throws Failure {
    return new StatusReader(status, now).tailnet();
  }

  private static State state(JsonNode status, Instant now) throws Failure {
    JsonNode self = status.path("Self");
    String backend = status.path("BackendState").asText();
    return switch (backend) {
      case "Running" -> self.path("Online").asBoolean(true) ? State.UP : State.CUT_OFF;
      case "Starting", "NoState" -> State.STARTING;
      case "Stopped" -> State.STOPPED;
      case "NeedsLogin" -> {
        Instant expiry = time(self, "KeyExpiry");
        yield expiry != null && expiry.isBefore(now) ? State.KEY_EXPIRED : State.NEEDS_LOGIN;
      }
      case "NeedsMachineAuth" -> State.NEEDS_APPROVAL;
      case "InUseOtherUser" -> State.OTHER_USER;
      default -> throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.tailnetSourceNotUnderstood());
    };
  }

  private Tailnet tailnet() {
    JsonNode self = status.path("Self");
    boolean hasKey = !strings(self, "TailscaleIPs").isEmpty();
    var peers = new ArrayList<Peer>();
    status.path("Peer").forEach(peer -> peers.add(peer(peer, path(peer))));
    peers.sort(
        Comparator.comparing(Peer::name).thenComparing(peer -> String.join(" ", peer.addresses())));
    return new Tailnet(
        state,
        status.path("Version").asText(),
        hasKey ? peer(self, Path.UNKNOWN) : null, // no way leads from here to here
        List.copyOf(peers),
        strings(status, "Health"));
  }

  private Peer peer(JsonNode node, Path path) {
    return new Peer(
        name(node),
        node.path("OS").asText(),
        strings(node, "TailscaleIPs"),
        path,
        via(node, path),
        path == Path.OFFLINE || path == Path.EXPIRED ? time(node, "LastSeen") : null,
        isExitNode(node),
        node.path("ExitNodeOption").asBoolean(false),
        strings(node, "PrimaryRoutes"));
  }

  /** The name of the machine in the tailnet: host names are not unique, on phones not even set. */
  private String name(JsonNode node) {
    String dns = Json.text(node, "DNSName");
    if (dns == null || dns.equals(".")) {
      return node.path("HostName").asText();
    }
    String name = dns.endsWith(".") ? dns.substring(0, dns.length() - 1) : dns;
    String suffix = Json.text(status.path("CurrentTailnet"), "MagicDNSSuffix");
    suffix = suffix != null ? suffix : Json.text(status, "MagicDNSSuffix");
    return suffix != null && name.endsWith("." + suffix)
        ? name.substring(0, name.length() - suffix.length() - 1)
        : name;
  }

  private Path path(JsonNode peer) {
    if (state != State.UP) {
      return Path.UNKNOWN; // what it says of peers is from before
    }
    if (peer.path("Expired").asBoolean(false)) {
      return Path.EXPIRED;
    }
    boolean deadExitNode =
        isExitNode(peer) && !status.path("ExitNodeStatus").path("Online").asBoolean(true);
    if (!peer.path("Online").asBoolean(false) || deadExitNode) {
      return Path.OFFLINE;
    }
    if (!peer.path("Active").asBoolean(false)) {
      return Path.IDLE; // Relay is then only its home region
    }
    if (Json.text(peer, "CurAddr") != null) {
      return Path.DIRECT;
    }
    boolean relayed = Json.text(peer, "PeerRelay") != null || Json.text(peer, "Relay") != null;
    return relayed ? Path.RELAYED : Path.UNKNOWN;
  }

  private static @Nullable String via(JsonNode peer, Path path) {
    return switch (path) {
      case DIRECT -> Json.text(peer, "CurAddr");
      case RELAYED -> {
        String peerRelay = Json.text(peer, "PeerRelay");
        yield peerRelay != null ? peerRelay : Json.text(peer, "Relay");
      }
      case IDLE, OFFLINE, EXPIRED, UNKNOWN -> null;
    };
  }

  private boolean isExitNode(JsonNode peer) {
    String id = Json.text(peer, "ID");
    return peer.path("ExitNode").asBoolean(false)
        || (id != null && id.equals(Json.text(status.path("ExitNodeStatus"), "ID")));
  }

  private static List<String> strings(JsonNode node, String field) {
    var strings = new ArrayList<String>();
    node.path(field).forEach(each -> strings.add(each.asText()));
    return List.copyOf(strings);
  }

  private static @Nullable Instant time(JsonNode node, String field) {
    String text = Json.text(node, field);
    if (text == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return time.equals(NEVER) ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
