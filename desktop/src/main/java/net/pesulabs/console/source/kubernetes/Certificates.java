package net.pesulabs.console.source.kubernetes;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Cluster.Certificate;

/** The ends of the certificates that a connection stands on. */
final class Certificates {

  private Certificates() {}

  /** Those a kubeconfig brings: ours, and that authority of several which ends first. */
  static List<Certificate> of(Kubeconfig config) {
    var found = new ArrayList<Certificate>();
    ClientCertificate own = config.user().certificate();
    if (own != null) {
      found.add(of(Cluster.Role.LOGIN, own.own()));
    }
    config.authorities().stream()
        .min(Comparator.comparing(X509Certificate::getNotAfter))
        .map(first -> of(Cluster.Role.AUTHORITY, first))
        .ifPresent(found::add);
    return List.copyOf(found);
  }

  /** The one a server has shown. */
  static Certificate ofServer(X509Certificate shown) {
    return of(Cluster.Role.SERVER, shown);
  }

  private static Certificate of(Cluster.Role role, X509Certificate certificate) {
    return new Certificate(
        role,
        certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
        certificate.getNotAfter().toInstant());
  }
}
