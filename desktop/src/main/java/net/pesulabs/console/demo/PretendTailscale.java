package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program named tailscale that prints a file, and the file, kept up to date: this laptop at home,
 * the gateway and asuna reached directly, pesubuntu over a relay, a tablet idle and a phone
 * switched off.
 */
final class PretendTailscale {

  static final String GATEWAY = "100.72.10.4";

  /** What the real one says where its service does not run. */
  private static final String NO_SERVICE =
      "failed to connect to local tailscaled; it doesn't appear to be running"
          + " (sudo systemctl start tailscaled ?)\n";

  private static final String NEVER = "0001-01-01T00:00:00Z";

  /** Without its Internet the router reaches no coordination server either. */
  private static final Set<Fault> ROUTER_OFFLINE = EnumSet.of(Fault.ROUTER_DOWN, Fault.WAN_DOWN);

  private static final int ATTEMPTS = 50;
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private final ObjectNode template;
  private final Path folder;
  private final Faults faults;
  private final Clock clock;
  private final Instant begun;
  private @Nullable Instant offlineSince;

  PretendTailscale(Path folder, Faults faults, Clock clock) throws IOException {
    this.folder = folder;
    this.faults = faults;
    this.clock = clock;
    this.begun = clock.instant();
    try {
      template = (ObjectNode) Json.MAPPER.readTree(Json.resource("tailnet.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    refresh();
    Files.writeString(program(), WINDOWS ? windowsScript() : shellScript());
    if (!program().toFile().setExecutable(true, true)) {
      throw new IOException("cannot make executable: " + program());
    }
  }

  Path program() {
    return folder.resolve(WINDOWS ? "tailscale.cmd" : "tailscale");
  }

  /** Writes the file anew; a reader sees either the old one or the new one, whole. */
  synchronized void refresh() {
    try {
      Path next = folder.resolve("status.json.new");
      if (faults.has(Fault.TAILNET_SERVICE_DOWN)) {
        Files.writeString(next, NO_SERVICE);
      } else {
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), status());
      }
      replace(next, folder.resolve("status.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Windows refuses while somebody reads the old one, which takes a moment at most. */
  private static void replace(Path next, Path old) throws IOException {
    for (int attempt = 1; true; attempt++) {
      try {
        Files.move(next, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (AccessDeniedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  private ObjectNode status() {
    Instant now = clock.instant();
    ObjectNode status = template.deepCopy();
    ObjectNode self = (ObjectNode) status.path("Self");
    self.put("KeyExpiry", Json.time(begun.plus(Duration.ofDays(140))));
    for (JsonNode peer : status.path("Peer")) {
      live((ObjectNode) peer, now);
    }
    if (!faults.has(Fault.PEER_OFFLINE) && !faults.hasAny(ROUTER_OFFLINE)) {
      offlineSince = null;
    } else if (offlineSince == null) {
      offlineSince = now;
    }
    if (faults.has(Fault.PEER_MISSING)) {
      remove(status, Nodes.PESUBUNTU);
    }
    if (faults.has(Fault.TAILNET_STOPPED)) {
      stop(status, self);
    }
    disorder(status, self, now);
    return status;
  }

  private boolean isOffline(String name) {
    return (name.equals(Nodes.PESUBUNTU) && faults.has(Fault.PEER_OFFLINE))
        || (name.equals("GL-MT2500") && faults.hasAny(ROUTER_OFFLINE));
  }

  /** The states in which Tailscale runs on this laptop and the tailnet is still out of reach. */
  private void disorder(ObjectNode status, ObjectNode self, Instant now) {
    if (faults.has(Fault.TAILNET_LOGGED_OUT)) {
      status.put("BackendState", "NeedsLogin").put("HaveNodeKey", false);
      status.put("AuthURL", "https://login.tailscale.com/a/0123456789abcd");
      self.remove("KeyExpiry");
      self.put("Online", false);
    }
    if (faults.has(Fault.TAILNET_KEY_EXPIRED)) {
      status.put("BackendState", "NeedsLogin");
      self.put("KeyExpiry", Json.time(now.minus(Duration.ofDays(2)))).put("Online", false);
    }
    if (faults.has(Fault.TAILNET_UNAPPROVED)) {
      status.put("BackendState", "NeedsMachineAuth");
      self.put("Online", false);
    }
    if (faults.has(Fault.TAILNET_CUT_OFF)) {
      self.put("Online", false);
    }
  }

  private static void remove(ObjectNode status, String host) {
    status
        .path("Peer")
        .elements()
        .forEachRemaining(peer -> {
          if (peer.path("HostName").asText().equals(host)) {
            // No address of the settings leads to it any more, as after it joined anew.
            ((ObjectNode) peer).set("TailscaleIPs", Json.array("100.64.7.7"));
            ((ObjectNode) peer).put("HostName", host + "-1");
            ((ObjectNode) peer).put("DNSName", host + "-1.tail0fix7.ts.net.");
          }
        });
  }

  private void live(ObjectNode peer, Instant now) {
    String name = peer.path("HostName").asText();
    if (!peer.path("Online").asBoolean()) {
      peer.put("LastSeen", Json.time(begun.minus(Duration.ofHours(37))));
    } else if (isOffline(name)) {
      Instant seen = (offlineSince == null ? now : offlineSince).minusSeconds(30);
      peer.put("Online", false).put("Active", false).put("LastSeen", Json.time(seen));
      peer.put("InEngine", false);
    } else if (name.equals(Nodes.PESUBUNTU) && faults.has(Fault.PEER_EXPIRED)) {
      peer.put("Expired", true).put("Online", false).put("Active", false);
      peer.put("KeyExpiry", Json.time(begun.minus(Duration.ofDays(1))));
    } else if (peer.path("Active").asBoolean()) {
      long seconds = Duration.between(begun, now).toSeconds();
      peer.put("RxBytes", peer.path("RxBytes").asLong() + seconds * 2113);
      peer.put("TxBytes", peer.path("TxBytes").asLong() + seconds * 371);
      peer.put("LastWrite", now.toString());
      // WireGuard shakes hands every two minutes.
      peer.put("LastHandshake", Json.time(now.minusSeconds(now.getEpochSecond() % 120)));
    }
  }

  /** Tailscale still lists the peers when it is stopped, as it last knew them. */
  private static void stop(ObjectNode status, ObjectNode self) {
    status.put("BackendState", "Stopped");
    status.set("Health", Json.array("Tailscale is stopped."));
    self.put("Online", false);
    for (JsonNode each : status.path("Peer")) {
      ObjectNode peer = (ObjectNode) each;
      peer.put("CurAddr", "").put("Relay", "").put("Active", false);
      peer.put("RxBytes", 0).put("TxBytes", 0).put("LastWrite", NEVER).put("LastHandshake", NEVER);
      peer.put("InMagicSock", false).put("InEngine", false);
    }
  }

  private static String shellScript() {
    return """
    #!/bin/sh
    # The tailscale of the pretend homelab: it can say its status and nothing else.
    case "$*" in
      *status*--json*) exec cat "${0%/*}/status.json" ;;
      version*) echo 1.102.3 ;;
      *) echo "pretend tailscale: only status --json is here" >&2; exit 1 ;;
    esac
    """;
  }

  private static String windowsScript() {
    return """
    @echo off
    rem The tailscale of the pretend homelab: it can say its status and nothing else.
    if "%~1"=="status" goto status
    echo pretend tailscale: only status --json is here 1>&2
    exit /b 1
    :status
    type "%~dp0status.json"
    """
        .replace("\n", "\r\n");
  }
}
