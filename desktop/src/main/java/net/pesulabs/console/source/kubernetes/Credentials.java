package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What the requests log in with now. Safe for any thread; may block while a plugin runs, so never
 * asked on the FX thread.
 */
final class Credentials {

  /** Reads the kubeconfig again: a person may have put a new one in its place. */
  interface Again {
    Kubeconfig read() throws KubeconfigProblem;
  }

  /**
   * One credential.
   *
   * @param ends when it must be asked for anew; null where it says nothing of that
   */
  record Held(
      @Nullable String token, @Nullable ClientCertificate certificate, @Nullable Instant ends) {
    @Override
    public String toString() {
      return "Held[ends=" + ends + "]"; // so that no log ever holds the token
    }
  }

  /** As client-go: a token file is looked at again after a minute. */
  private static final Duration FILE_LIFE = Duration.ofMinutes(1);

  private static final Duration EARLY = Duration.ofSeconds(10);

  private final Again again;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Kubeconfig.User user;
  private @Nullable Held held;

  Credentials(Kubeconfig.User user, Again again, Clock clock) {
    this.user = user;
    this.again = again;
    this.clock = clock;
  }

  /** What the next request is to use. */
  Held current() throws KubeconfigProblem {
    lock.lock();
    try {
      Held now = held;
      if (now == null || (now.ends != null && clock.instant().plus(EARLY).isAfter(now.ends))) {
        now = obtain();
        held = now;
      }
      return now;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The server refused this credential: gets another, once for all who were refused with the same.
   *
   * @return the new one; null where there is none but the refused
   */
  @Nullable Held renew(Held refused) throws KubeconfigProblem {
    lock.lock();
    try {
      Held now = held;
      if (now != null && !now.equals(refused)) {
        return now;
      }
      user = again.read().user();
      Held fresh = obtain();
      held = fresh;
      return fresh.equals(refused) ? null : fresh;
    } finally {
      lock.unlock();
    }
  }

  private Held obtain() throws KubeconfigProblem {
    return switch (user.token()) {
      case Kubeconfig.Token.None none -> new Held(null, user.certificate(), null);
      case Kubeconfig.Token.Literal literal -> new Held(literal.value(), user.certificate(), null);
      case Kubeconfig.Token.InFile file ->
          new Held(readToken(file), user.certificate(), clock.instant().plus(FILE_LIFE));
      case Kubeconfig.Token.FromPlugin plugin -> ask(plugin.plugin());
    };
  }

  private static String readToken(Kubeconfig.Token.InFile file) throws KubeconfigProblem {
    try {
      return Files.readString(file.path()).strip();
    } catch (IOException e) {
      throw new KubeconfigProblem(
          Msg.kubeconfigFileMissing(file.path().toString(), "tokenFile", file.path().toString()));
    }
  }

  private Held ask(ExecPlugin plugin) throws KubeconfigProblem {
    JsonNode status = plugin.run(ExecPlugin.LIMIT);
    String token = KubeconfigMaterial.blankToNull(status.path("token"));
    String chain = KubeconfigMaterial.blankToNull(status.path("clientCertificateData"));
    String key = KubeconfigMaterial.blankToNull(status.path("clientKeyData"));
    String ends = KubeconfigMaterial.blankToNull(status.path("expirationTimestamp"));
    try {
      ClientCertificate certificate =
          chain == null || key == null
              ? user.certificate()
              : new ClientCertificate(Pem.certificates(chain), Pem.privateKey(key));
      if (token == null && certificate == null) {
        throw new KubeconfigProblem(Msg.kubeconfigExecGarbled(plugin.command().getFirst()));
      }
      return new Held(token, certificate, ends == null ? null : Instant.parse(ends));
    } catch (GeneralSecurityException | DateTimeException e) {
      throw new KubeconfigProblem(Msg.kubeconfigExecGarbled(plugin.command().getFirst()));
    }
  }
}
