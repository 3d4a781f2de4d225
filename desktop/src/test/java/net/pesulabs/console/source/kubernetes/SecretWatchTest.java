package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import org.junit.jupiter.api.Test;

class SecretWatchTest implements Api {

  private static final Answers ANSWERS = new Answers("h");

  private final ClusterObjects objects = new ClusterObjects();
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final SecretWatch watch = new SecretWatch(this, objects);

  @Test
  void tellsThereFromMissingAndFromUnknown() {
    ingress("one", "apps", "there", "missing");
    ingress("two", "media", "hidden");
    ingress("three", "media", "");
    codes.put("/api/v1/namespaces/apps/secrets/there", 200);
    codes.put("/api/v1/namespaces/apps/secrets/missing", 404);
    codes.put("/api/v1/namespaces/media/secrets/hidden", 403);

    assertThat(watch.round()).isLessThan(Duration.ofMinutes(1));

    assertThat(objects.secrets().all())
        .containsExactlyInAnyOrder(
            new SecretPresence("apps", "there", true),
            new SecretPresence("apps", "missing", false));
    assertThat(requests).hasSize(3).allMatch(each -> each.accept().contains("PartialObjectMeta"));
  }

  @Test
  void keepsWhatItKnewWhileTheServerIsAway() {
    ingress("one", "apps", "there");
    codes.put("/api/v1/namespaces/apps/secrets/there", 200);
    assertThat(watch.round()).isEqualTo(Duration.ofMinutes(5));
    codes.clear();
    watch.round();

    assertThat(objects.secrets().all()).containsExactly(new SecretPresence("apps", "there", true));
  }

  @Test
  void forgetsWhatNoIngressNames() {
    ingress("one", "apps", "there");
    codes.put("/api/v1/namespaces/apps/secrets/there", 200);
    watch.round();
    objects.of(Kind.INGRESSES).rows().remove("one");
    watch.round();

    assertThat(objects.secrets().all()).isEmpty();
  }

  @Test
  void anIngressRouteNamesOneToo() {
    objects
        .of(Kind.INGRESS_ROUTES)
        .rows()
        .put(
            Json.parse(
                new TreeParser<>(NetworkParsers::ingressRoute),
                Json.quoted(
                    "{'metadata':{'uid':'r','namespace':'apps'},'spec':{'tls':{'secretName':'there'}}}")));
    codes.put("/api/v1/namespaces/apps/secrets/there", 200);
    watch.round();

    assertThat(objects.secrets().all()).containsExactly(new SecretPresence("apps", "there", true));
  }

  private void ingress(String uid, String namespace, String... secrets) {
    var tls = new StringBuilder();
    for (String secret : secrets) {
      tls.append(tls.isEmpty() ? "" : ",").append("{'secretName':'" + secret + "'}");
    }
    objects
        .of(Kind.INGRESSES)
        .rows()
        .put(
            Json.parse(
                new TreeParser<>(NetworkParsers::ingress),
                Json.quoted(
                    "{'metadata':{'uid':'%s','namespace':'%s'},'spec':{'tls':[%s]}}"
                        .formatted(uid, namespace, tls))));
  }

  @Override
  public Exchange exchange(Request request) {
    requests.add(request);
    return new Exchange() {
      @Override
      public void begin() {}

      @Override
      public InputStream send() throws IOException {
        Integer code = codes.get(request.path());
        if (code == null) {
          throw new ConnectException("refused");
        }
        if (code != 200) {
          throw ANSWERS.toldInside(request, new StatusBody(code, "no"));
        }
        return new ByteArrayInputStream(new byte[0]);
      }

      @Override
      public Head head() {
        return new Head(null, List.of());
      }

      @Override
      public void cut() {}

      @Override
      public void close() {}
    };
  }

  @Override
  public ApiException failure(Request request, StatusBody told) {
    return ANSWERS.toldInside(request, told);
  }

  @Override
  public Trouble trouble(IOException failure) {
    return ANSWERS.trouble(failure);
  }
}
