package net.pesulabs.console.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * A Service of the cluster, reached through the API server: {@code
 * kube://namespace/service:port/path}. Only Services: the proxy of nodes would lend the kubelet's
 * powers (<a href="https://github.com/kubernetes/kubernetes/issues/119640">nodes/proxy</a>).
 *
 * @param service name and port, as {@code node-exporter:9100}; before it {@code https:} where the
 *     Service itself speaks TLS
 * @param path empty, or from its first slash on, with its query
 */
public record ServiceAddress(String namespace, String service, String path) {

  private static final String NAME = "[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "kube://(" + NAME + ")/((?:https:)?" + NAME + ":[a-z0-9][-a-z0-9]*)(/[^#\\s]*)?");

  /** Empty for what is not of that form. */
  public static Optional<ServiceAddress> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(
            new ServiceAddress(
                form.group(1), form.group(2), form.group(3) == null ? "" : form.group(3)))
        : Optional.empty();
  }

  /** Where an API server passes this on. */
  public HttpUrl at(HttpUrl server) {
    String base = server.toString().replaceAll("/+$", "");
    return HttpUrl.get(
        base + "/api/v1/namespaces/" + namespace + "/services/" + service + "/proxy" + path);
  }
}
