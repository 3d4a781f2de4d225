package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Whether an ingress leads anywhere, and has the certificates it names. */
final class IngressHealth {

  /** What is applied together comes one after the other. */
  private static final Duration TO_BE_BACKED = Duration.ofSeconds(30);

  /** An authority signs in a minute or two. */
  private static final Duration TO_BE_SIGNED = Duration.ofMinutes(5);

  private IngressHealth() {}

  /**
   * Judges an ingress.
   *
   * @param services all services of its namespace, by name
   */
  static Diagnosis diagnose(
      Ingress ingress, Function<String, @Nullable Service> services, Instant now) {
    Instant created = ingress.created();
    boolean young = created != null && now.isBefore(created.plus(TO_BE_BACKED));
    Message text = null;
    List<String> evidence = new ArrayList<>();
    for (Ingress.Rule rule : ingress.rules()) {
      Message missing = missing(rule, services.apply(rule.service()));
      if (missing != null) {
        text = text == null ? missing : text;
        evidence.add(
            "host="
                + rule.host()
                + " path="
                + rule.path()
                + " backend="
                + rule.service()
                + ":"
                + rule.port());
      }
    }
    if (text == null || young || ingress.deleting() != null) {
      return Diagnosis.fine(text == null ? Severity.FINE : Severity.BUSY, Msg.serviceBusy());
    }
    return Diagnosis.of(
        "ingress-no-service",
        Severity.CRITICAL,
        text,
        Msg.adviceIngressNoService("kubectl " + Kubectl.in(ingress) + "get services"),
        List.copyOf(evidence),
        null);
  }

  /**
   * Judges the certificates of an ingress.
   *
   * @param presences what is known of the secrets of its namespace, by name
   */
  static Diagnosis certificates(
      Ingress ingress, Function<String, @Nullable SecretPresence> presences, Instant now) {
    Instant created = ingress.created();
    boolean young = created != null && now.isBefore(created.plus(TO_BE_SIGNED));
    for (Ingress.Tls tls : ingress.tls()) {
      SecretPresence secret = presences.apply(tls.secret());
      if (secret != null && !secret.present() && ingress.deleting() == null) {
        return young
            ? Diagnosis.fine(Severity.BUSY, Msg.serviceBusy())
            : Diagnosis.of(
                "ingress-no-secret",
                Severity.WARNING,
                Msg.ingressNoSecret(String.join(", ", tls.hosts()), tls.secret()),
                Msg.adviceIngressNoSecret("kubectl " + Kubectl.in(ingress) + "get events"),
                List.of("tls.secretName=" + tls.secret()),
                null);
      }
    }
    return Diagnosis.fine(Severity.FINE, Msg.serviceBusy());
  }

  private static @Nullable Message missing(Ingress.Rule rule, @Nullable Service service) {
    String host = rule.host().isEmpty() ? "*" : rule.host();
    if (service == null) {
      return Msg.ingressNoService(host + rule.path(), rule.service());
    }
    boolean offered =
        rule.port().isEmpty()
            || service.type().equals("ExternalName")
            || service.ports().stream()
                .anyMatch(port ->
                    port.name().equals(rule.port())
                        || Integer.toString(port.port()).equals(rule.port()));
    return offered ? null : Msg.ingressNoPort(host + rule.path(), rule.service(), rule.port());
  }
}
