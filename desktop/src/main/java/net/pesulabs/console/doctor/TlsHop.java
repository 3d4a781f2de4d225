package net.pesulabs.console.doctor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import net.pesulabs.console.doctor.Fix.Command;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server is whom it should be.
 *
 * @param k3s the machine that runs the cluster's API server; null for any other server
 */
record TlsHop(Facts facts, @Nullable String k3s) {

  Check at(Address address, Callable<TlsSight> ask) {
    return Check.vital(HopId.TLS, Limits.TLS.plus(Limits.SLACK), () -> judge(address, ask.call()));
  }

  private Verdict judge(Address address, TlsSight sight) {
    String shown = address.shown();
    String day = day(sight.when());
    return switch (sight.kind()) {
      case TRUSTED -> Verdict.ok(Msg.doctorTlsTrusted(day));
      case UNTRUSTED -> untrusted(shown);
      case WRONG_NAME -> wrongName(address, sight.names());
      case EXPIRED -> expired(shown, day);
      case NOT_YET ->
          Verdict.broken(
              Msg.doctorTlsNotYet(shown, day, today()),
              Healer.YOU,
              Msg.doctorTlsNotYetFix(),
              facts.cures.setClock());
      case NOT_TLS ->
          Verdict.broken(
              Msg.doctorTlsPlain(shown),
              k3s == null ? Healer.YOU : Healer.ADMIN,
              k3s == null ? Msg.doctorTlsPlainFix() : Msg.doctorTlsPlainClusterFix());
      case CUT_OFF ->
          Verdict.broken(
              Msg.doctorTlsCut(shown),
              Healer.ADMIN,
              Msg.doctorTlsCutFix(),
              facts.cures.tryPort(address.host(), address.port()));
      case NO_ANSWER -> Verdict.unknown(Msg.doctorTlsSilent(shown));
    };
  }

  private Verdict untrusted(String shown) {
    return k3s == null
        ? Verdict.broken(Msg.doctorTlsUntrusted(shown), Healer.ADMIN, Msg.doctorTlsUntrustedFix())
        : Verdict.broken(
            Msg.doctorTlsUntrustedCluster(shown),
            Healer.ADMIN,
            Msg.doctorTlsUntrustedClusterFix(),
            Cures.on(k3s, "sudo cat /etc/rancher/k3s/k3s.yaml"));
  }

  private Verdict wrongName(Address address, List<String> names) {
    Message text =
        Msg.doctorTlsName(address.shown(), names.isEmpty() ? "–" : String.join(", ", names));
    return k3s == null
        ? Verdict.broken(text, Healer.ADMIN, Msg.doctorTlsNameFix(address.host()))
        : Verdict.broken(
            text,
            Healer.ADMIN,
            Msg.doctorTlsSanFix(address.host()),
            Cures.on(k3s, tlsSan(address.host())));
  }

  /**
   * K3s reads the folder after its own file, and a key with a plus is added to (<a
   * href="https://docs.k3s.io/installation/configuration#multiple-config-files">K3s</a>).
   */
  private static String tlsSan(String host) {
    return """
    sudo mkdir -p /etc/rancher/k3s/config.yaml.d
    printf 'tls-san+:\\n  - "%s"\\n' | sudo tee /etc/rancher/k3s/config.yaml.d/%s.yaml
    sudo systemctl restart k3s\
    """
        .formatted(host, "tls-san-" + host.replaceAll("[^a-zA-Z0-9.-]", "-"));
  }

  private Verdict expired(String shown, String day) {
    Command clock = facts.cures.setClock();
    return k3s == null
        ? Verdict.broken(
            Msg.doctorTlsExpired(shown, day, today()),
            Healer.ADMIN,
            Msg.doctorTlsExpiredFix(),
            clock)
        : Verdict.broken(
            Msg.doctorTlsExpired(shown, day, today()),
            Healer.ADMIN,
            Msg.doctorTlsExpiredClusterFix(),
            Cures.on(k3s, "sudo systemctl restart k3s"),
            clock);
  }

  private String today() {
    return day(facts.clock.instant());
  }

  private static String day(@Nullable Instant when) {
    return when == null ? "–" : LocalDate.ofInstant(when, ZoneId.systemDefault()).toString();
  }
}
