package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.demo.TestClient.Answer;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kinds beyond workloads, their forms, and a user who sees little. */
class PretendKindsTest {

  private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

  private static PretendHomelab homelab;
  private static TestClient client;
  private static String familyToken;

  @BeforeAll
  static void start() throws Exception {
    homelab = PretendHomelab.start(Set.of(), new MovableClock());
    client = new TestClient(homelab.profile());
    JsonNode kubeconfig =
        new YAMLMapper().readTree(Path.of(homelab.profile().kubeconfig()).toFile());
    assertThat(kubeconfig.path("contexts").findValuesAsText("name"))
        .containsExactly("demo", "family");
    familyToken = kubeconfig.at("/users/1/user/token").asText();
  }

  @AfterAll
  static void stop() {
    client.close();
    homelab.close();
  }

  @Test
  void everyKindButSecretsIsThereInEveryForm() throws Exception {
    for (Resource kind : Resource.values()) {
      if (kind == Resource.SECRETS) {
        continue;
      }
      String path = path(kind);
      JsonNode plain = get(path, "application/json");
      assertThat(plain.path("kind").asText()).isEqualTo(kind.kind() + "List");
      assertThat(plain.path("items")).as(path).isNotEmpty();
      JsonNode table = get(path, TABLE);
      int columns = table.path("columnDefinitions").size();
      assertThat(table.path("rows"))
          .hasSameSizeAs(plain.path("items"))
          .allMatch(row -> row.path("cells").size() == columns, "a cell for each column");
      JsonNode metadata =
          get(path, "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io");
      assertThat(metadata.path("items"))
          .hasSameSizeAs(plain.path("items"))
          .allMatch(item -> item.path("kind").asText().equals("PartialObjectMetadata"));
    }
  }

  @Test
  void discoveryNamesEveryGroupAndKind() throws Exception {
    JsonNode groups = get("/apis", "application/json").path("groups");
    for (Resource kind : Resource.values()) {
      if (!kind.group().isEmpty()) {
        assertThat(groups.findValuesAsText("groupVersion")).contains(kind.apiVersion());
        assertThat(get("/apis/" + kind.group(), "application/json").path("kind").asText())
            .isEqualTo("APIGroup");
      }
      String at = (kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion();
      assertThat(get(at, "application/json").path("resources").findValuesAsText("kind"))
          .contains(kind.kind());
    }
  }

  @Test
  void discoveryCanBeHadWhole() throws Exception {
    String accept =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    List<String> found = new ArrayList<>();
    for (String path : List.of("/api", "/apis")) {
      Answer answer = client.ask(client.api(path).header("Accept", accept));
      assertThat(answer.type()).isEqualTo(AggregatedDiscovery.TYPE);
      for (JsonNode group : answer.json().path("items")) {
        found.addAll(group.at("/versions/0/resources").findValuesAsText("resource"));
      }
    }
    for (Resource kind : Resource.values()) {
      assertThat(found).contains(kind.plural());
    }
  }

  @Test
  void customColumnsComeFromTheDefinitions() throws Exception {
    JsonNode table = get("/apis/bitnami.com/v1alpha1/sealedsecrets", TABLE);
    assertThat(table.path("columnDefinitions").findValuesAsText("name"))
        .containsExactly("Name", "Status", "Synced", "Age");
    assertThat(table.at("/rows/0/cells/2").asText()).isEqualTo("True");
    JsonNode routes = get("/apis/traefik.io/v1alpha1/ingressroutes", TABLE);
    assertThat(routes.path("columnDefinitions").findValuesAsText("name"))
        .containsExactly("Name", "Age");
    JsonNode parts = get("/apis/kustomize.toolkit.fluxcd.io/v1/kustomizations", TABLE);
    assertThat(parts.at("/rows/0/cells/3").asText()).startsWith("Applied revision: main@sha1:");
    JsonNode definition =
        get(
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/sealedsecrets.bitnami.com",
            "application/json");
    assertThat(definition.at("/spec/versions/0/additionalPrinterColumns/1/jsonPath").asText())
        .isEqualTo(".status.conditions[?(@.type==\"Synced\")].status");
  }

  @Test
  void rowsBringWithThemWhatIsAskedFor() throws Exception {
    String path = "/api/v1/namespaces/databases/pods";
    assertThat(get(path, TABLE).at("/rows/0/object/kind").asText())
        .isEqualTo("PartialObjectMetadata");
    JsonNode whole = get(path + "?includeObject=Object", TABLE);
    assertThat(whole.at("/rows/0/object/spec/nodeName").asText()).isEqualTo("asuna");
  }

  @Test
  void whatStandsBehindWhatHoldsTogether() throws Exception {
    for (JsonNode ingress : get(path(Resource.INGRESSES), "application/json").path("items")) {
      JsonNode backend = ingress.at("/spec/rules/0/http/paths/0/backend/service");
      String namespace = Meta.namespace(ingress);
      JsonNode service =
          get(
              "/api/v1/namespaces/" + namespace + "/services/" + backend.path("name").asText(),
              "application/json");
      assertThat(service.at("/spec/ports/0/name")).isEqualTo(backend.at("/port/name"));
      assertThat(ingress.at("/spec/rules/0/host").asText()).endsWith(".pesulabs.net");
      assertThat(ingress.at("/spec/tls/0/secretName").asText()).isNotEmpty();
    }
    for (JsonNode slice : get(path(Resource.ENDPOINT_SLICES), "application/json").path("items")) {
      for (JsonNode endpoint : slice.path("endpoints")) {
        if (!endpoint.has("targetRef")) { // of a Service without a selector
          assertThat(endpoint.at("/addresses/0").asText()).isEqualTo("192.168.8.129");
          continue;
        }
        String pod =
            "/api/v1/namespaces/%s/pods/%s"
                .formatted(
                    endpoint.at("/targetRef/namespace").asText(),
                    endpoint.at("/targetRef/name").asText());
        JsonNode found = get(pod, "application/json");
        assertThat(found.at("/metadata/uid")).isEqualTo(endpoint.at("/targetRef/uid"));
        assertThat(found.at("/status/podIP")).isEqualTo(endpoint.at("/addresses/0"));
        assertThat(endpoint.at("/conditions/ready").isBoolean()).isTrue();
      }
    }
    JsonNode redis = get("/api/v1/namespaces/databases/pods/redis-0", "application/json");
    String claim = redis.at("/spec/volumes/0/persistentVolumeClaim/claimName").asText();
    assertThat(claim).isEqualTo("data-redis-0");
    JsonNode bound =
        get("/api/v1/namespaces/databases/persistentvolumeclaims/" + claim, "application/json");
    assertThat(bound.at("/status/phase").asText()).isEqualTo("Bound");
    String volume = "/api/v1/persistentvolumes/" + bound.at("/spec/volumeName").asText();
    assertThat(get(volume, "application/json").at("/spec/claimRef/name").asText()).isEqualTo(claim);
  }

  @Test
  void leasesHaveMicroseconds() throws Exception {
    JsonNode leases =
        get("/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases", "application/json");
    assertThat(leases.path("items"))
        .hasSize(2)
        .allSatisfy(lease -> {
          String renewed = lease.at("/spec/renewTime").asText();
          assertThat(renewed).matches(".*\\.\\d{6}Z");
          assertThat(Instant.parse(renewed)).isAfter(Instant.EPOCH);
        });
  }

  @Test
  void warningsCanBeAskedForAlone() throws Exception {
    JsonNode all = get("/api/v1/events", "application/json").path("items");
    JsonNode some =
        get("/api/v1/events?fieldSelector=type%3DWarning", "application/json").path("items");
    assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
    assertThat(some).allMatch(event -> event.path("type").asText().equals("Warning"));
    String one = "metadata.namespace%3Dapps,metadata.name%3Dn8n";
    assertThat(get("/api/v1/services?fieldSelector=" + one, "application/json").path("items"))
        .hasSize(1);
  }

  @Test
  void theFamilySeesTwoNamespacesOnly() throws Exception {
    for (String namespace : List.of("apps", "media")) {
      assertThat(family("/api/v1/namespaces/" + namespace + "/pods").code()).isEqualTo(200);
      assertThat(family("/api/v1/namespaces/" + namespace).code()).isEqualTo(200);
      assertThat(family("/apis/apps/v1/namespaces/" + namespace + "/deployments").code())
          .isEqualTo(200);
    }
    refused(
        "/api/v1/pods",
        "pods is forbidden: User \"family\" cannot list resource \"pods\" in API group \"\" at the"
            + " cluster scope");
    refused(
        "/api/v1/namespaces",
        "namespaces is forbidden: User \"family\" cannot list resource \"namespaces\" in API group"
            + " \"\" at the cluster scope");
    refused(
        "/apis/apps/v1/namespaces/home/deployments/mosquitto",
        "deployments.apps \"mosquitto\" is forbidden: User \"family\" cannot get resource"
            + " \"deployments\" in API group \"apps\" in the namespace \"home\"");
    refused(
        "/api/v1/pods?watch=1",
        "pods is forbidden: User \"family\" cannot watch resource \"pods\" in API group \"\" at the"
            + " cluster scope");
    assertThat(family("/api").code()).isEqualTo(200);
    assertThat(family("/version").code()).isEqualTo(200);
  }

  @Test
  void theFamilyIsToldItsRights() throws Exception {
    assertThat(rules("media")).contains("\"pods\"").contains("selfsubjectrulesreviews");
    assertThat(rules("home")).doesNotContain("\"pods\"").contains("selfsubjectrulesreviews");
    assertThat(mayList("apps")).isTrue();
    assertThat(mayList("")).as("everywhere").isFalse();
  }

  @Test
  void reviewsMayComeAsProtobuf() throws Exception {
    byte[] attributes =
        joined(field(1, text("media")), field(2, text("list")), field(5, text("pods")));
    byte[] review = field(2, field(1, attributes));
    assertThat(protobuf("selfsubjectaccessreviews", review).at("/status/allowed").asBoolean())
        .isTrue();
    byte[] elsewhere =
        field(
            2,
            field(
                1, joined(field(1, text("home")), field(2, text("list")), field(5, text("pods")))));
    assertThat(
            protobuf("selfsubjectaccessreviews", elsewhere).at("/status/allowed").asBoolean(true))
        .isFalse();
    JsonNode rules = protobuf("selfsubjectrulesreviews", field(2, field(1, text("media"))));
    assertThat(rules.at("/status/resourceRules").toString()).contains("\"pods\"");
  }

  private static JsonNode protobuf(String review, byte[] object) throws IOException {
    byte[] body = joined("k8s\0".getBytes(StandardCharsets.US_ASCII), field(2, object));
    Answer answer =
        client.ask(
            asFamily("/apis/authorization.k8s.io/v1/" + review)
                .post(RequestBody.create(body, MediaType.get(Protobuf.TYPE))));
    assertThat(answer.code()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static byte[] field(int number, byte[] value) {
    return joined(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String rules(String namespace) throws IOException {
    String body = "{\"spec\":{\"namespace\":\"%s\"}}".formatted(namespace);
    return review("selfsubjectrulesreviews", body).at("/status/resourceRules").toString();
  }

  private static boolean mayList(String namespace) throws IOException {
    String body =
        "{\"spec\":{\"resourceAttributes\":{\"namespace\":\"%s\",\"verb\":\"list\",\"resource\":\"pods\"}}}"
            .formatted(namespace);
    return review("selfsubjectaccessreviews", body).at("/status/allowed").asBoolean();
  }

  private static JsonNode review(String kind, String body) throws IOException {
    return client
        .ask(
            asFamily("/apis/authorization.k8s.io/v1/" + kind)
                .post(TestClient.body("application/json", body)))
        .json();
  }

  private static void refused(String path, String message) throws IOException {
    Answer answer = family(path);
    assertThat(answer.code()).isEqualTo(403);
    assertThat(answer.json().path("reason").asText()).isEqualTo("Forbidden");
    assertThat(answer.json().path("message").asText()).isEqualTo(message);
  }

  private static Answer family(String path) throws IOException {
    return client.ask(asFamily(path));
  }

  private static Request.Builder asFamily(String path) {
    return client.api(path).header("Authorization", "Bearer " + familyToken);
  }

  private static String path(Resource kind) {
    return (kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion() + "/" + kind.plural();
  }

  private static JsonNode get(String path, String accept) throws IOException {
    Answer answer = client.ask(client.api(path).header("Accept", accept));
    assertThat(answer.code()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
