package net.pesulabs.console.doctor;

import java.util.List;
import java.util.Set;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * Asks an API server with the login of the kubeconfig. Every method may block but {@link #close},
 * which lets go of the connections.
 */
public interface ClusterProbe extends Subscription {

  /** What the kubeconfig gives. */
  sealed interface Access {

    /**
     * One that can be used.
     *
     * @param server its URL, without a slash at the end
     * @param proxied whether it is reached through a proxy
     */
    record Usable(String server, boolean proxied) implements Access {}

    /**
     * One that cannot.
     *
     * @param login whether only the login in it is the matter
     */
    record Unusable(Message why, boolean login) implements Access {}
  }

  /** What the server said to the login. */
  enum LoginKind {
    ACCEPTED,
    REFUSED,
    /** The kubeconfig brings none. */
    NONE,
    /** The login could not be had, such as from a program that is missing. */
    UNOBTAINABLE
  }

  /**
   * A login that was tried.
   *
   * @param detail the server's version, where accepted; empty otherwise
   * @param why it could not be had; null otherwise
   */
  record Login(LoginKind kind, String detail, @Nullable Message why) {}

  /** A right of RBAC in all namespaces; the core group is empty. */
  record Right(String verb, String group, String resource) {}

  /**
   * What {@code /readyz} says.
   *
   * @param failed the names of the checks that fail
   */
  record Readiness(boolean ready, List<String> failed) {}

  /**
   * A node.
   *
   * @param ready null where nothing was heard of it for a while
   */
  record NodeSight(String name, @Nullable Boolean ready) {}

  /** Reads the kubeconfig, without connecting. */
  Access access();

  /** Those below ask this URL in place of the kubeconfig's. */
  TlsSight tls(String server);

  Login login(String server) throws Unanswered;

  /** Those of the rights that the login lacks. */
  Set<Right> missing(String server, List<Right> wanted) throws Unanswered, InterruptedException;

  Readiness readiness(String server) throws Unanswered;

  List<NodeSight> nodes(String server) throws Unanswered;
}
