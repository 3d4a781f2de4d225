package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Cluster.Certificate;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** How this computer gets at the cluster: with which certificates, rights and clock. */
final class ClusterAccessHealth {

  static final String MISSING_RIGHT = "missing-right";

  private static final Duration SOON = Duration.ofDays(30);
  private static final Duration NOW = Duration.ofDays(7);

  private static final String LEASES = "leases.coordination.k8s.io";

  private ClusterAccessHealth() {}

  /** K3s renews what has fewer than 120 days left, before 1.33 90, whenever it starts. */
  static Diagnosis certificate(Certificate certificate, Instant now) {
    Duration left = Duration.between(now, certificate.ends());
    if (left.compareTo(SOON) > 0) {
      return Diagnosis.fine(Severity.FINE, Msg.certificateFine());
    }
    return Diagnosis.of(
        "certificate-ending",
        left.compareTo(NOW) < 0 ? Severity.CRITICAL : Severity.WARNING,
        left.isNegative()
            ? Msg.certificateEnded(Quantity.duration(left.negated()))
            : Msg.certificateEnding(Quantity.duration(left)),
        switch (certificate.role()) {
          case LOGIN -> Msg.adviceCertificateLogin();
          case SERVER -> Msg.adviceCertificateServer();
          case AUTHORITY -> Msg.adviceCertificateAuthority();
        },
        List.of("subject=" + certificate.subject(), "notAfter=" + certificate.ends()),
        null);
  }

  static Message name(Cluster.Role role) {
    return switch (role) {
      case LOGIN -> Msg.certificateLogin();
      case SERVER -> Msg.certificateServer();
      case AUTHORITY -> Msg.certificateAuthority();
    };
  }

  /** What the login may not see. Leases alone would only tell sooner what the nodes tell too. */
  static Diagnosis rights(List<Cluster.MissingRight> missing) {
    List<String> kinds =
        missing.stream()
            .map(Cluster.MissingRight::resource)
            .filter(resource -> !resource.equals(LEASES))
            .sorted()
            .toList();
    if (kinds.isEmpty()) {
      return Diagnosis.fine(Severity.FINE, Msg.sourceHealthLive());
    }
    String all =
        missing.stream()
            .map(Cluster.MissingRight::resource)
            .sorted()
            .distinct()
            .collect(Collectors.joining(","));
    return Diagnosis.of(
        MISSING_RIGHT,
        Severity.UNKNOWN,
        Msg.rightsMissing(kinds.size()),
        Msg.adviceRightsMissing(
            "kubectl create clusterrole homelab-console --verb=get,list,watch --resource=" + all,
            "kubectl create clusterrolebinding homelab-console --clusterrole=homelab-console --user=…"),
        missing.stream()
            .map(right ->
                "forbidden: list "
                    + right.resource()
                    + (right.everywhere() ? "" : " (in some namespaces)"))
            .sorted()
            .toList(),
        null);
  }

  /**
   * This computer's clock.
   *
   * @param serverAhead null where the server did not tell its time
   */
  static Diagnosis clock(@Nullable Duration serverAhead) {
    if (serverAhead == null || serverAhead.abs().compareTo(LeaseHealth.CLOCK_MAY_BE_OFF) <= 0) {
      return Diagnosis.fine(Severity.FINE, Msg.sourceHealthLive());
    }
    var by = Quantity.duration(serverAhead.abs());
    return Diagnosis.of(
        "clock-skew",
        Severity.WARNING,
        serverAhead.isNegative() ? Msg.computerClockAhead(by) : Msg.computerClockBehind(by),
        Msg.adviceComputerClock(),
        List.of("server_ahead_s=" + serverAhead.toSeconds()),
        null);
  }
}
