package net.pesulabs.console.source.kubernetes;

import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a kubeconfig says about one context, checked.
 *
 * @param label the path or paths it was read from
 * @param server {@code https} with a host, and no slash at the end; {@code http} on loopback only
 * @param authorities who may have issued the server's certificate; empty for those that Java trusts
 * @param serverName the name the certificate must be made out to; null for the server's own
 * @param namespace where the person usually works; empty where it is not said
 * @param proxy null for a direct connection
 * @param impersonation the headers of a user that acts as another one
 */
record Kubeconfig(
    String label,
    URI server,
    List<X509Certificate> authorities,
    @Nullable String serverName,
    String namespace,
    @Nullable Proxy proxy,
    User user,
    Map<String, List<String>> impersonation) {

  /**
   * How to log in.
   *
   * @param certificate null where the user has none
   */
  record User(@Nullable ClientCertificate certificate, Token token) {}

  /** Where the bearer token comes from. */
  sealed interface Token {

    record None() implements Token {}

    record Literal(String value) implements Token {
      @Override
      public String toString() {
        return "Literal[…]"; // so that no log ever holds it
      }
    }

    /** Read again from time to time, as kubectl does. */
    record InFile(Path path) implements Token {}

    record FromPlugin(ExecPlugin plugin) implements Token {}
  }

  /** Host and port, as messages name the server. */
  String host() {
    return host(server);
  }

  static String host(URI server) {
    return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
  }

  /** The address of an API server, in the form of {@link #server}. */
  static URI server(String address) throws URISyntaxException {
    return new URI(address.strip().replaceAll("/+$", ""));
  }
}
