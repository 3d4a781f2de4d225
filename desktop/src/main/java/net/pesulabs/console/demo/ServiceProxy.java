package net.pesulabs.console.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code …/services/NAME:PORT/proxy/PATH}: the API server asks a Service for one who may not or
 * cannot reach it. Only what is read is passed on.
 */
final class ServiceProxy {

  /**
   * What is asked for.
   *
   * @param service name and port
   * @param path from its first slash on, or empty
   */
  record Passage(String namespace, String service, String path) {

    private static final Pattern FORM =
        Pattern.compile("/api/v1/namespaces/([^/]+)/services/([^/]+)/proxy(/.*)?");

    /** Empty for every other path. */
    static Optional<Passage> of(String path) {
      Matcher form = FORM.matcher(path);
      return form.matches()
          ? Optional.of(
              new Passage(form.group(1), form.group(2), form.group(3) == null ? "" : form.group(3)))
          : Optional.empty();
    }

    Target target() {
      return new Target(Resource.SERVICES, namespace, service, "proxy");
    }
  }

  private static final int LIMIT_MILLIS = 10_000;

  private final ObjectStore store;
  private final Map<String, String> servers;

  /**
   * @param servers the URL behind each {@code namespace/name:port}, without a path
   */
  ServiceProxy(ObjectStore store, Map<String, String> servers) {
    this.store = store;
    this.servers = Map.copyOf(servers);
  }

  void answer(Call call, Passage passage, Rights rights) throws IOException, ApiFailure {
    boolean reads = call.method().equals("GET");
    rights.require(reads ? "get" : "create", passage.target());
    if (!reads) {
      throw ApiFailure.methodNotAllowed();
    }
    String name = passage.service().replaceAll(":.*", "");
    if (store.get(new ObjectStore.Key(Resource.SERVICES, passage.namespace(), name)).isEmpty()) {
      throw ApiFailure.notFound(Resource.SERVICES, name);
    }
    String server = servers.get(passage.namespace() + "/" + passage.service());
    if (server == null) {
      throw ApiFailure.unavailable(
          "no endpoints available for service \"%s\"".formatted(passage.service()));
    }
    pass(call, URI.create(server + passage.path() + call.rawQuery()));
  }

  private static void pass(Call call, URI to) throws IOException, ApiFailure {
    var asked = (HttpURLConnection) to.toURL().openConnection();
    asked.setInstanceFollowRedirects(false);
    asked.setConnectTimeout(LIMIT_MILLIS);
    asked.setReadTimeout(LIMIT_MILLIS);
    asked.setRequestProperty("Accept-Encoding", call.header("Accept-Encoding"));
    int status;
    try {
      status = asked.getResponseCode();
    } catch (IOException e) {
      throw ApiFailure.unavailable(
          "error trying to reach service: dial tcp %s: %s"
              .formatted(to.getAuthority(), e.getMessage()));
    }
    String encoding = asked.getContentEncoding();
    if (encoding != null) {
      call.set("Content-Encoding", encoding);
    }
    String type = asked.getContentType();
    InputStream body = status >= 400 ? asked.getErrorStream() : asked.getInputStream();
    if (body == null) {
      call.empty(status);
      return;
    }
    try (body;
        OutputStream out = call.stream(status, type == null ? "text/plain" : type)) {
      body.transferTo(out);
    } finally {
      asked.disconnect();
    }
  }
}
