package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** The user of a context: how it logs in. */
final class KubeconfigUser {

  private final String label;
  private final String name;
  private final KubeconfigMaterial material;
  private final Clock clock;

  KubeconfigUser(String label, String name, KubeconfigMaterial material, Clock clock) {
    this.label = label;
    this.name = name;
    this.material = material;
    this.clock = clock;
  }

  Kubeconfig.User read(KubeconfigFiles.Entry user, JsonNode cluster, URI server)
      throws KubeconfigProblem {
    if (user.body().has("username") || user.body().has("password")) {
      throw problem(Msg.kubeconfigBasicAuth(label, name));
    }
    if (user.body().has("auth-provider") && !oidc(user)) {
      throw problem(Msg.kubeconfigAuthProvider(label, name));
    }
    return new Kubeconfig.User(certificate(user), token(user, cluster, server));
  }

  private @Nullable ClientCertificate certificate(KubeconfigFiles.Entry user)
      throws KubeconfigProblem {
    String certificates = material.text(user, "client-certificate");
    String key = material.text(user, "client-key");
    if (certificates == null && key == null) {
      return null;
    }
    if (certificates == null || key == null) {
      throw problem(Msg.kubeconfigHalfCertificate(label, name));
    }
    var certificate =
        new ClientCertificate(
            material.certificates("client-certificate", certificates),
            material.key("client-key", key));
    Instant now = clock.instant();
    Date ends = certificate.own().getNotAfter();
    Date begins = certificate.own().getNotBefore();
    if (now.isAfter(ends.toInstant())) {
      throw problem(Msg.kubeconfigCertificateExpired(label, day(ends)));
    }
    if (now.isBefore(begins.toInstant())) {
      throw problem(Msg.kubeconfigCertificateNotYet(label, day(begins)));
    }
    if (!certificate.fits()) {
      throw problem(Msg.kubeconfigKeyMismatch(label, name));
    }
    return certificate;
  }

  private Kubeconfig.Token token(KubeconfigFiles.Entry user, JsonNode cluster, URI server)
      throws KubeconfigProblem {
    Path file = material.file(user, "tokenFile");
    if (file != null) {
      material.read(file, "tokenFile"); // only to know that it can be
      return new Kubeconfig.Token.InFile(file);
    }
    String token = KubeconfigMaterial.blankToNull(user.body().path("token"));
    if (token != null) {
      return new Kubeconfig.Token.Literal(token);
    }
    if (oidc(user)) {
      return idToken(user);
    }
    JsonNode exec = user.body().path("exec");
    if (exec.isMissingNode() || exec.isNull()) {
      return new Kubeconfig.Token.None();
    }
    String command = exec.path("command").asText("");
    String version = exec.path("apiVersion").asText("");
    if (command.isBlank() || !version.startsWith("client.authentication.k8s.io/v1")) {
      throw problem(Msg.kubeconfigExecIncomplete(label, name));
    }
    if (exec.path("interactiveMode").asText("").equals("Always")) {
      throw problem(Msg.kubeconfigExecInteractive(label, command));
    }
    return new Kubeconfig.Token.FromPlugin(ExecPlugin.of(exec, user.folder(), cluster, server));
  }

  private static boolean oidc(KubeconfigFiles.Entry user) {
    return user.body().path("auth-provider").path("name").asText("").equals("oidc");
  }

  /**
   * The token that kubectl has left there. It is not renewed here: a refresh token may be good for
   * one use only, and the file is kubectl's to write. It is read again when it is refused.
   */
  private Kubeconfig.Token idToken(KubeconfigFiles.Entry user) throws KubeconfigProblem {
    String token =
        KubeconfigMaterial.blankToNull(
            user.body().path("auth-provider").path("config").path("id-token"));
    if (token == null) {
      throw problem(Msg.kubeconfigOidcLogin(label, name));
    }
    return new Kubeconfig.Token.Literal(token);
  }

  private String day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), clock.getZone()).toString();
  }

  private static KubeconfigProblem problem(Message sentence) {
    return new KubeconfigProblem(sentence);
  }
}
