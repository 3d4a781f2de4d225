package net.pesulabs.console.homelab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes API server that the objects come from.
 *
 * @param version as the server names it, such as {@code v1.33.4+k3s1}
 * @param complete whether the first list of every kind has arrived whole
 * @param missing what this login may not see, and the program would like to
 * @param certificates those that this connection stands on
 * @param clockAhead how far the server's clock is ahead of ours; null where it did not tell
 */
public record Cluster(
    String version,
    boolean complete,
    List<MissingRight> missing,
    List<Certificate> certificates,
    @Nullable Duration clockAhead) {

  public Cluster(String version, boolean complete) {
    this(version, complete, List.of(), List.of(), null);
  }

  /** Whether the login may see nothing of a kind. */
  public boolean hides(Kind<?> kind) {
    return missing.contains(new MissingRight(kind.qualified(), true));
  }

  /** Whether the login may see some of a kind, and not all. */
  public boolean showsOnlySome(Kind<?> kind) {
    return missing.contains(new MissingRight(kind.qualified(), false));
  }

  /**
   * A kind that the login may not list and watch.
   *
   * @param resource such as {@code deployments.apps}
   * @param everywhere false where some namespaces are seen all the same
   */
  public record MissingRight(String resource, boolean everywhere) {}

  /**
   * A certificate with an end.
   *
   * @param subject whom it is made out to
   */
  public record Certificate(Role role, String subject, Instant ends) {}

  /** What a certificate is for. */
  public enum Role {
    /** Shows the server who we are. */
    LOGIN,
    /** Shows us who the server is. */
    SERVER,
    /** Vouches for the server's. */
    AUTHORITY
  }
}
