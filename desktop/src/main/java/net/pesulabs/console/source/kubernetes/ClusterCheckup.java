package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import net.pesulabs.console.doctor.ClusterProbe;
import net.pesulabs.console.doctor.TlsSight;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.source.TlsHandshake;

/** Asks an API server what the doctor wants to know, and changes nothing there. */
public final class ClusterCheckup implements ClusterProbe {

  private static final Duration HANDSHAKE = Duration.ofSeconds(3);

  /** A line of {@code /readyz?verbose}: {@code [-]etcd failed: reason withheld}. */
  private static final Pattern FAILED = Pattern.compile("(?m)^\\[-](\\S+)");

  /** Problems of a kubeconfig that are not of its form but of its login. */
  private static final Set<String> OF_LOGIN =
      Set.of(
          "kubeconfig.certificate-expired",
          "kubeconfig.certificate-not-yet",
          "kubeconfig.half-certificate",
          "kubeconfig.key-mismatch",
          "kubeconfig.basic-auth",
          "kubeconfig.auth-provider",
          "kubeconfig.oidc-login",
          "kubeconfig.exec-incomplete",
          "kubeconfig.exec-interactive");

  private final CheckupClient client;

  /**
   * A checkup to come.
   *
   * @param kubeconfigPath empty for the one kubectl would use
   * @param context empty for the current one
   */
  public ClusterCheckup(String kubeconfigPath, String context, Clock clock) {
    this.client =
        new CheckupClient(() -> KubeconfigReader.read(kubeconfigPath, context, clock), clock);
  }

  @Override
  public Access access() {
    try {
      Kubeconfig config = client.config();
      return new Access.Usable(config.server().toString(), config.proxy() != null);
    } catch (KubeconfigProblem e) {
      return new Access.Unusable(e.sentence(), OF_LOGIN.contains(e.sentence().key()));
    }
  }

  @Override
  public TlsSight tls(String server) {
    try {
      Kubeconfig config = client.config();
      URI uri = URI.create(server);
      String name = config.serverName() == null ? uri.getHost() : config.serverName();
      int port = uri.getPort() < 0 ? 443 : uri.getPort();
      return new TlsHandshake(Tls.of(config.authorities(), null).trust(), name)
          .look(new InetSocketAddress(uri.getHost(), port), HANDSHAKE);
    } catch (KubeconfigProblem e) {
      throw new IllegalStateException(e); // it was read before
    }
  }

  @Override
  public Login login(String server) throws Unanswered {
    try {
      Credentials.Held held = client.held();
      boolean none = held.token() == null && held.certificate() == null;
      if (none && server.startsWith("https:")) {
        return new Login(LoginKind.NONE, "", null);
      }
    } catch (KubeconfigProblem e) {
      return new Login(LoginKind.UNOBTAINABLE, "", e.sentence());
    }
    CheckupClient.Answer answer = client.get(server, "/version");
    if (answer.status() == 401) {
      return new Login(LoginKind.REFUSED, "", null);
    }
    JsonNode version = answer.json();
    return new Login(LoginKind.ACCEPTED, version.path("gitVersion").asText("–"), null);
  }

  @Override
  public Set<Right> missing(String server, List<Right> wanted)
      throws Unanswered, InterruptedException {
    List<Callable<Boolean>> questions =
        wanted.stream().map(right -> (Callable<Boolean>) () -> isAllowed(server, right)).toList();
    var missing = new LinkedHashSet<Right>();
    // All at once: they are small, and share one connection where the server speaks HTTP/2.
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = threads.invokeAll(questions);
      for (int i = 0; i < answers.size(); i++) {
        if (!answers.get(i).get()) {
          missing.add(wanted.get(i));
        }
      }
      return missing;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unanswered told) {
        throw told;
      }
      throw new IllegalStateException(e);
    }
  }

  private boolean isAllowed(String server, Right right) throws Unanswered {
    String review =
        """
        {"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1",\
        "spec":{"resourceAttributes":{"verb":"%s","group":"%s","resource":"%s"}}}\
        """
            .formatted(right.verb(), right.group(), right.resource());
    return client
        .post(server, "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review)
        .json()
        .path("status")
        .path("allowed")
        .asBoolean();
  }

  @Override
  public Readiness readiness(String server) throws Unanswered {
    CheckupClient.Answer answer = client.get(server, "/readyz?verbose");
    if (answer.status() == 200) {
      return new Readiness(true, List.of());
    }
    List<String> failed = FAILED.matcher(answer.body()).results().map(m -> m.group(1)).toList();
    if (answer.status() < 500) {
      throw answer.unexpected();
    }
    return new Readiness(false, failed);
  }

  @Override
  public List<NodeSight> nodes(String server) throws Unanswered {
    var nodes = new ArrayList<NodeSight>();
    for (JsonNode node : client.get(server, "/api/v1/nodes?limit=500").json().path("items")) {
      String ready = "Unknown";
      for (JsonNode condition : node.path("status").path("conditions")) {
        if (condition.path("type").asText().equals("Ready")) {
          ready = condition.path("status").asText();
        }
      }
      Boolean told =
          switch (ready) {
            case "True" -> Boolean.TRUE;
            case "False" -> Boolean.FALSE;
            default -> null;
          };
      nodes.add(new NodeSight(node.path("metadata").path("name").asText(), told));
    }
    return nodes;
  }

  @Override
  public void close() {
    client.close();
  }
}
