package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Follows a context to its cluster and user, and says in one sentence what is wrong with them. */
final class KubeconfigReader {

  private final KubeconfigFiles files;
  private final Clock clock;

  private KubeconfigReader(KubeconfigFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /**
   * Reads the kubeconfig anew, without connecting.
   *
   * @param path empty for the one kubectl would use
   * @param context empty for the current one
   */
  static Kubeconfig read(String path, String context, Clock clock) throws KubeconfigProblem {
    Path home = Path.of(System.getProperty("user.home"));
    return read(KubeconfigFiles.read(path, System.getenv(), home), context, clock);
  }

  static Kubeconfig read(KubeconfigFiles files, String context, Clock clock)
      throws KubeconfigProblem {
    return new KubeconfigReader(files, clock).resolve(context);
  }

  private Kubeconfig resolve(String wanted) throws KubeconfigProblem {
    String name = wanted.isBlank() ? currentContext() : wanted;
    List<String> names = files.names("contexts");
    JsonNode context =
        files
            .find("contexts", "context", name)
            .orElseThrow(
                () -> problem(Msg.kubeconfigUnknownContext(files.label(), name, list(names))))
            .body();
    String clusterName = context.path("cluster").asText("");
    var cluster =
        files
            .find("clusters", "cluster", clusterName)
            .orElseThrow(
                () -> problem(Msg.kubeconfigUnknownCluster(files.label(), name, clusterName)));
    String userName = context.path("user").asText("");
    if (!userName.isEmpty() && files.find("users", "user", userName).isEmpty()) {
      throw problem(Msg.kubeconfigUnknownUser(files.label(), name, userName));
    }

    if (cluster.body().path("insecure-skip-tls-verify").asBoolean()) {
      throw problem(Msg.kubeconfigInsecure(files.label()));
    }
    URI server = server(cluster.body().path("server").asText(""));
    var material = new KubeconfigMaterial(files.label());
    String authorities = material.text(cluster, "certificate-authority");
    List<X509Certificate> trusted =
        authorities == null
            ? List.of()
            : material.certificates("certificate-authority", authorities);
    var user = files.find("users", "user", userName).orElse(null);
    return new Kubeconfig(
        files.label(),
        server,
        trusted,
        KubeconfigMaterial.blankToNull(cluster.body().path("tls-server-name")),
        context.path("namespace").asText(""),
        proxy(cluster.body().path("proxy-url").asText("")),
        user == null
            ? new Kubeconfig.User(null, new Kubeconfig.Token.None())
            : new KubeconfigUser(files.label(), userName, material, clock)
                .read(user, cluster.body(), server),
        user == null ? Map.of() : impersonation(user.body()));
  }

  /** As the file says; where it does not, its only context. */
  private String currentContext() throws KubeconfigProblem {
    List<String> names = files.names("contexts");
    String current = files.currentContext();
    if (!current.isEmpty()) {
      return current;
    }
    if (names.size() == 1) {
      return names.getFirst();
    }
    throw problem(Msg.kubeconfigNoCurrentContext(files.label(), list(names)));
  }

  private URI server(String address) throws KubeconfigProblem {
    URI uri = uri(address.replaceAll("/+$", ""));
    if (uri == null || !List.of("https", "http").contains(uri.getScheme())) {
      throw problem(Msg.kubeconfigBadServer(files.label(), address));
    }
    // "kubectl proxy" and the pretend homelab speak plain HTTP, and only within this computer.
    if (uri.getScheme().equals("http") && Route.to(uri.getHost()) != Route.LOOPBACK) {
      throw problem(Msg.kubeconfigPlainHttp(files.label(), address));
    }
    return uri;
  }

  private @Nullable Proxy proxy(String address) throws KubeconfigProblem {
    if (address.isBlank()) {
      return null;
    }
    URI uri = uri(address);
    String scheme = uri == null ? "" : uri.getScheme();
    Proxy.Type type =
        switch (scheme) {
          case "http" -> Proxy.Type.HTTP;
          case "socks5" -> Proxy.Type.SOCKS;
          default -> Proxy.Type.DIRECT;
        };
    if (uri == null || type == Proxy.Type.DIRECT || uri.getPort() < 0) {
      throw problem(Msg.kubeconfigBadProxy(files.label(), address));
    }
    return new Proxy(type, InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()));
  }

  /** An absolute address with a host; null for anything else. */
  private static @Nullable URI uri(String address) {
    try {
      URI uri = new URI(address);
      boolean whole = uri.getScheme() != null && uri.getHost() != null && uri.getPort() < 65536;
      return whole ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Kubernetes, "User impersonation": acting as somebody else must never be left out quietly. */
  private static Map<String, List<String>> impersonation(JsonNode user) {
    var headers = new LinkedHashMap<String, List<String>>();
    put(headers, "Impersonate-User", texts(user.path("as")));
    put(headers, "Impersonate-Uid", texts(user.path("as-uid")));
    put(headers, "Impersonate-Group", texts(user.path("as-groups")));
    user.path("as-user-extra")
        .properties()
        .forEach(
            extra -> put(headers, "Impersonate-Extra-" + extra.getKey(), texts(extra.getValue())));
    return headers;
  }

  private static void put(Map<String, List<String>> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, values);
    }
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(each -> texts.add(each.asText()));
    } else if (!node.asText("").isEmpty()) {
      texts.add(node.asText());
    }
    return texts;
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }

  private static KubeconfigProblem problem(Message sentence) {
    return new KubeconfigProblem(sentence);
  }
}
