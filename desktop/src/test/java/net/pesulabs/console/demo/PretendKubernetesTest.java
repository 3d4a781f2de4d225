package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.demo.TestClient.Answer;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PretendKubernetesTest {

  private static final String PODS = "/api/v1/pods";
  private static final String MERGE = "application/merge-patch+json";

  private static PretendHomelab homelab;
  private static TestClient client;

  @BeforeAll
  static void start() throws Exception {
    homelab = PretendHomelab.start(Set.of(), Clock.systemUTC());
    client = new TestClient(homelab.profile());
  }

  @AfterAll
  static void stop() {
    client.close();
    homelab.close();
  }

  @AfterEach
  void cure() {
    for (Fault fault : Fault.values()) {
      homelab.cure(fault);
    }
  }

  @Test
  void withoutTheTokenNothingIsSaid() throws Exception {
    Answer answer = client.ask(client.api(PODS).header("Authorization", "Bearer other"));
    assertThat(answer.code()).isEqualTo(401);
    assertThat(answer.type()).isEqualTo("application/json");
    assertThat(answer.json().path("kind").asText()).isEqualTo("Status");
    assertThat(answer.json().path("reason").asText()).isEqualTo("Unauthorized");
    assertThat(client.ask(client.api("/version").removeHeader("Authorization")).code())
        .isEqualTo(401);
  }

  @Test
  void itSaysWhatItIs() throws Exception {
    assertThat(get("/version").path("gitVersion").asText()).matches("v1\\.33\\.\\d+\\+k3s1");
    assertThat(client.ask(client.api("/readyz")).text()).isEqualTo("ok");
    assertThat(client.ask(client.api("/livez")).text()).isEqualTo("ok");
    assertThat(get("/api").at("/versions/0").asText()).isEqualTo("v1");
    assertThat(get("/apis").path("groups").findValuesAsText("name")).contains("apps");
    assertThat(get("/api/v1").path("resources").findValuesAsText("name"))
        .contains("pods", "pods/log");
    assertThat(get("/apis/apps/v1").path("resources").findValuesAsText("name"))
        .contains("deployments");
  }

  @Test
  void pagesOfOneListShowOneMoment() throws Exception {
    JsonNode whole = get(PODS);
    List<String> uids = new ArrayList<>();
    String token = "";
    String version = "";
    int pages = 0;
    do {
      JsonNode page = get(PODS + "?limit=10&continue=" + token);
      page.path("items").forEach(pod -> uids.add(pod.at("/metadata/uid").asText()));
      if (pages++ == 0) {
        version = page.at("/metadata/resourceVersion").asText();
        assertThat(page.at("/metadata/remainingItemCount").asInt())
            .isEqualTo(whole.path("items").size() - 10);
        touchSomething();
      }
      assertThat(page.at("/metadata/resourceVersion").asText()).isEqualTo(version);
      token = page.at("/metadata/continue").asText();
    } while (!token.isEmpty());
    assertThat(uids).doesNotHaveDuplicates().hasSize(whole.path("items").size());
    assertThat(pages).isEqualTo(3);
    assertThat(whole.path("items")).noneMatch(item -> item.has("kind"));
  }

  @Test
  void listsCanBeNarrowed() throws Exception {
    assertThat(names("/api/v1/namespaces/databases/pods"))
        .containsExactly("postgresql-0", "redis-0");
    assertThat(names(PODS + "?labelSelector=app.kubernetes.io/name%3Dqdrant"))
        .containsExactly("qdrant-0");
    assertThat(names(PODS + "?labelSelector=app.kubernetes.io/name%20in%20(qdrant,redis)"))
        .containsExactly("qdrant-0", "redis-0");
    assertThat(names(PODS + "?fieldSelector=metadata.name%3Dredis-0")).containsExactly("redis-0");
    JsonNode there = get(PODS + "?fieldSelector=spec.nodeName%3Dpesubuntu").path("items");
    assertThat(there)
        .isNotEmpty()
        .allMatch(p -> p.at("/spec/nodeName").asText().equals("pesubuntu"));
    Answer wrong = client.ask(client.api(PODS + "?fieldSelector=spec.foo%3Dx"));
    assertThat(wrong.code()).isEqualTo(400);
    assertThat(wrong.json().path("message").asText())
        .isEqualTo("field label not supported: spec.foo");
  }

  @Test
  void everyKindCanBeListed() throws Exception {
    for (String kind : List.of("deployments", "statefulsets", "daemonsets", "replicasets")) {
      assertThat(get("/apis/apps/v1/" + kind).path("items")).as(kind).isNotEmpty();
    }
    for (String kind : List.of("nodes", "namespaces", "services", "events")) {
      assertThat(get("/api/v1/" + kind).path("items")).as(kind).isNotEmpty();
    }
    assertThat(get("/apis/batch/v1/cronjobs").path("items")).isNotEmpty();
  }

  @Test
  void refusalsAreStatusBodies() throws Exception {
    Answer missing = client.ask(client.api("/apis/apps/v1/namespaces/apps/deployments/nope"));
    assertThat(missing.code()).isEqualTo(404);
    assertThat(missing.json().path("message").asText())
        .isEqualTo("deployments.apps \"nope\" not found");
    Answer secret = client.ask(client.api("/api/v1/namespaces/apps/secrets"));
    assertThat(secret.code()).isEqualTo(403);
    assertThat(secret.json().path("message").asText())
        .isEqualTo(
            "secrets is forbidden: User \"demo\" cannot list resource \"secrets\" in API group \"\""
                + " in the namespace \"apps\"");
    Answer put = client.ask(client.api(PODS).put(TestClient.body("application/json", "{}")));
    assertThat(put.code()).isEqualTo(405);
    assertThat(put.json().path("reason").asText()).isEqualTo("MethodNotAllowed");
    assertThat(client.ask(client.api("/apis/nope/v1/things")).code()).isEqualTo(404);
  }

  @Test
  void servicesAreAskedForThoseWhoMay() throws Exception {
    String of = "/api/v1/namespaces/%s/services/%s/proxy%s";
    Answer metrics =
        client.ask(client.api(of.formatted("kube-system", "node-exporter:9100", "/metrics")));
    assertThat(metrics.code()).isEqualTo(200);
    assertThat(metrics.text()).contains("node_load1 ");
    assertThat(
            client
                .ask(client.api(of.formatted("apps", "llama-server:8080", "/health")))
                .json()
                .path("status")
                .asText())
        .isEqualTo("ok");
    assertThat(client.ask(client.api(of.formatted("apps", "nobody:80", "/"))).code())
        .isEqualTo(404);
    assertThat(client.ask(client.api(of.formatted("apps", "n8n:5678", "/"))).code()).isEqualTo(503);
    Answer sent =
        client.ask(
            client
                .api(of.formatted("apps", "llama-server:8080", "/v1/chat/completions"))
                .post(TestClient.body("application/json", "{}")));
    assertThat(sent.code()).isEqualTo(403);
    assertThat(sent.json().path("message").asText())
        .contains("cannot create resource \"services/proxy\"");
  }

  @Test
  void theRightsAreTold() throws Exception {
    String body = "{\"kind\":\"SelfSubjectRulesReview\",\"spec\":{\"namespace\":\"apps\"}}";
    Answer answer =
        client.ask(
            client
                .api("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews")
                .post(TestClient.body("application/json", body)));
    assertThat(answer.code()).isEqualTo(201);
    assertThat(answer.json().at("/status/incomplete").asBoolean(true)).isFalse();
    assertThat(answer.json().at("/status/resourceRules"))
        .anyMatch(r -> r.toString().contains("\"pods\"") && r.toString().contains("\"delete\""))
        .noneMatch(r -> r.toString().contains("\"secrets\""));
  }

  @Test
  void aWatchTellsExactlyWhatComesLater() throws Exception {
    String version = get("/apis/apps/v1/deployments").at("/metadata/resourceVersion").asText();
    String path = "/apis/apps/v1/namespaces/apps/deployments";
    try (Watch watch = watch(path + "?watch=1&resourceVersion=" + version)) {
      JsonNode changed =
          patch(path + "/homepage", "{\"metadata\":{\"labels\":{\"touched\":\"once\"}}}");
      JsonNode event = watch.next();
      assertThat(event.path("type").asText()).isEqualTo("MODIFIED");
      assertThat(event.path("object")).isEqualTo(changed);
      assertThat(event.at("/object/kind").asText()).isEqualTo("Deployment");
    }
  }

  @Test
  void aWatchFromNowhereTellsWhatIsThere() throws Exception {
    try (Watch watch = watch("/api/v1/nodes?watch=1")) {
      assertThat(watch.next().path("type").asText()).isEqualTo("ADDED");
      assertThat(watch.next().path("type").asText()).isEqualTo("ADDED");
    }
    String streaming =
        "/api/v1/nodes?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
            + "&allowWatchBookmarks=true";
    try (Watch watch = watch(streaming)) {
      watch.next();
      watch.next();
      assertThat(
              watch.next().at("/object/metadata/annotations/k8s.io~1initial-events-end").asText())
          .isEqualTo("true");
    }
  }

  @Test
  void aWatchEndsInTimeWithABookmark() throws Exception {
    String version = get("/api/v1/namespaces").at("/metadata/resourceVersion").asText();
    String path =
        "/api/v1/namespaces?watch=1&allowWatchBookmarks=true&timeoutSeconds=1&resourceVersion=";
    try (Watch watch = watch(path + version)) {
      JsonNode bookmark = watch.next();
      assertThat(bookmark.path("type").asText()).isEqualTo("BOOKMARK");
      assertThat(bookmark.at("/object/metadata/resourceVersion").asLong())
          .isGreaterThanOrEqualTo(Long.parseLong(version));
      assertThat(watch.isOver()).isTrue();
    }
  }

  @Test
  void aWatchFromTooFarBackSaysSoIn200() throws Exception {
    try (Watch watch = watch(PODS + "?watch=1&resourceVersion=1")) {
      JsonNode line = watch.next();
      assertThat(line.path("type").asText()).isEqualTo("ERROR");
      assertThat(line.at("/object/code").asInt()).isEqualTo(410);
      assertThat(line.at("/object/reason").asText()).isEqualTo("Expired");
      assertThat(watch.isOver()).isTrue();
    }
  }

  @Test
  void aDeletedPodTerminatesAndAnotherComes() throws Exception {
    String version = get(PODS).at("/metadata/resourceVersion").asText();
    String old =
        names("/api/v1/namespaces/home/pods?labelSelector=app.kubernetes.io/name%3Dmosquitto")
            .getFirst();
    String path = "/api/v1/namespaces/home/pods";
    try (Watch watch = watch(path + "?watch=1&resourceVersion=" + version)) {
      JsonNode answer = client.ask(client.api(path + "/" + old).delete()).json();
      assertThat(answer.at("/metadata/deletionTimestamp").asText()).isNotEmpty();
      List<String> seen = new ArrayList<>();
      String fresh = "";
      while (!seen.contains("DELETED")) {
        JsonNode event = watch.next();
        String name = event.at("/object/metadata/name").asText();
        if (name.equals(old)) {
          seen.add(event.path("type").asText());
        } else if (event.path("type").asText().equals("ADDED")) {
          fresh = name;
        }
      }
      assertThat(seen).startsWith("MODIFIED").endsWith("DELETED");
      assertThat(fresh).startsWith("mosquitto-").isNotEqualTo(old);
    }
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    String path = "/apis/apps/v1/namespaces/apps/deployments/qdrant";
    path = path.replace("deployments", "statefulsets");
    JsonNode before = get(path);
    JsonNode tried = patch(path + "?dryRun=All", "{\"spec\":{\"replicas\":5}}");
    assertThat(tried.at("/spec/replicas").asInt()).isEqualTo(5);
    assertThat(get(path).path("spec")).isEqualTo(before.path("spec"));
  }

  @Test
  void serverSideApplyNamesItsManager() throws Exception {
    String path = "/apis/apps/v1/namespaces/apps/deployments/homepage";
    String yaml = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels:\n    by: apply\n";
    Answer answer =
        client.ask(
            client
                .api(path + "?fieldManager=homelab-console&force=true")
                .patch(TestClient.body("application/apply-patch+yaml", yaml)));
    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.json().at("/metadata/labels/by").asText()).isEqualTo("apply");
    assertThat(answer.json().at("/metadata/managedFields"))
        .anyMatch(entry ->
            entry.path("manager").asText().equals("homelab-console")
                && entry.path("operation").asText().equals("Apply")
                && entry.at("/fieldsV1/f:metadata/f:labels/f:by").isObject());
  }

  @Test
  void aPatchOfAnOldVersionIsAConflict() throws Exception {
    String path = "/apis/apps/v1/namespaces/apps/deployments/homepage";
    String old = "{\"metadata\":{\"resourceVersion\":\"1\"},\"spec\":{\"replicas\":2}}";
    Answer answer = client.ask(client.api(path).patch(TestClient.body(MERGE, old)));
    assertThat(answer.code()).isEqualTo(409);
    assertThat(answer.json().path("reason").asText()).isEqualTo("Conflict");
    String uid = "{\"preconditions\":{\"uid\":\"other\"}}";
    Answer deletion = client.ask(client.api(path).delete(TestClient.body("application/json", uid)));
    assertThat(deletion.code()).isEqualTo(409);
  }

  @Test
  void scaleIsAResourceOfItsOwn() throws Exception {
    String path = "/apis/apps/v1/namespaces/apps/deployments/agentstack-worker";
    assertThat(get(path + "/scale").at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(patch(path + "/scale", "{\"spec\":{\"replicas\":1}}").path("kind").asText())
        .isEqualTo("Scale");
    await().untilAsserted(() -> assertThat(get(path).at("/status/replicas").asInt()).isEqualTo(1));
  }

  @Test
  void logsAreReadAndFollowed() throws Exception {
    String log = "/api/v1/namespaces/databases/pods/redis-0/log";
    Answer answer = client.ask(client.api(log + "?tailLines=3&timestamps=true"));
    assertThat(answer.text().lines())
        .hasSize(3)
        .allMatch(l -> l.matches("\\d{4}-\\S+\\.\\d{9}Z .+"));
    Answer none = client.ask(client.api(log + "?previous=true"));
    assertThat(none.code()).isEqualTo(400);
    try (Watch follow = watch(log + "?follow=true&tailLines=0")) {
      assertThat(follow.line()).isNotEmpty();
    }
    String two =
        names("/api/v1/namespaces/apps/pods?labelSelector=app.kubernetes.io/name%3Dn8n").getFirst();
    Answer which = client.ask(client.api("/api/v1/namespaces/apps/pods/" + two + "/log"));
    assertThat(which.json().path("message").asText()).contains("choose one of: [n8n runners]");
  }

  @Test
  void tablesAreForKubectl() throws Exception {
    Answer answer =
        client.ask(
            client
                .api("/api/v1/namespaces/databases/pods")
                .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"));
    assertThat(answer.json().path("kind").asText()).isEqualTo("Table");
    assertThat(answer.json().at("/rows/1/cells").toString())
        .startsWith("[\"redis-0\",\"1/1\",\"Running\",\"0\"");
    Answer metadata =
        client.ask(
            client
                .api("/api/v1/namespaces/databases/pods")
                .header(
                    "Accept", "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"));
    assertThat(metadata.json().at("/items/0/metadata/name").asText()).isEqualTo("postgresql-0");
    assertThat(metadata.json().at("/items/0").has("spec")).isFalse();
  }

  @Test
  void theApiCanRefuseAndComeBack() throws Exception {
    homelab.inject(Fault.API_DOWN);
    assertThatThrownBy(() -> client.ask(client.api("/version"))).isInstanceOf(IOException.class);
    homelab.cure(Fault.API_DOWN);
    assertThat(client.ask(client.api("/version")).code()).isEqualTo(200);
  }

  @Test
  void aFallingApiCutsItsWatches() throws Exception {
    String version = get(PODS).at("/metadata/resourceVersion").asText();
    try (Watch watch = watch("/api/v1/namespaces?watch=1&resourceVersion=" + version)) {
      homelab.inject(Fault.API_DOWN);
      assertThatThrownBy(watch::isOver).isInstanceOf(IOException.class);
    }
  }

  @Test
  void theApiCanBeSlow() throws Exception {
    homelab.inject(Fault.API_SLOW);
    long begun = System.nanoTime();
    assertThat(client.ask(client.api("/version")).code()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1400));
  }

  @Test
  void anExpiredTokenIsRefusedUntilItIsGoodAgain() throws Exception {
    String version = get(PODS).at("/metadata/resourceVersion").asText();
    try (Watch watch = watch("/api/v1/namespaces?watch=1&resourceVersion=" + version)) {
      homelab.inject(Fault.TOKEN_EXPIRED);
      assertThat(watch.isOver()).isTrue();
    }
    assertThat(client.ask(client.api(PODS)).code()).isEqualTo(401);
    homelab.cure(Fault.TOKEN_EXPIRED);
    assertThat(client.ask(client.api(PODS)).code()).isEqualTo(200);
  }

  @Test
  void watchesCanBeMadeToExpire() throws Exception {
    String version = get(PODS).at("/metadata/resourceVersion").asText();
    touchSomething(); // else the history that goes may be all before this version
    try (Watch watch = watch("/api/v1/namespaces?watch=1&resourceVersion=" + version)) {
      homelab.inject(Fault.WATCH_GONE);
      assertThat(watch.next().at("/object/code").asInt()).isEqualTo(410);
      assertThat(watch.isOver()).isTrue();
    }
    homelab.cure(Fault.WATCH_GONE);
    try (Watch watch = watch("/api/v1/namespaces?watch=1&resourceVersion=" + version)) {
      assertThat(watch.next().at("/object/code").asInt()).as("the history is gone").isEqualTo(410);
    }
  }

  private static void touchSomething() throws IOException {
    String path = "/apis/apps/v1/namespaces/apps/deployments/homepage";
    patch(path, "{\"metadata\":{\"annotations\":{\"t\":\"%d\"}}}".formatted(System.nanoTime()));
    String pod = names("/api/v1/namespaces/home/pods").getFirst();
    client.ask(
        client.api("/api/v1/namespaces/home/pods/" + pod + "?gracePeriodSeconds=0").delete());
  }

  private static JsonNode get(String path) throws IOException {
    Answer answer = client.ask(client.api(path));
    assertThat(answer.code()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode patch(String path, String merge) throws IOException {
    Answer answer = client.ask(client.api(path).patch(TestClient.body(MERGE, merge)));
    assertThat(answer.code()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> names(String path) throws IOException {
    List<String> names = new ArrayList<>();
    get(path).path("items").forEach(item -> names.add(item.at("/metadata/name").asText()));
    return names;
  }

  private static Watch watch(String path) throws IOException {
    return new Watch(client.open(client.api(path)));
  }

  /** A stream of lines. */
  private static final class Watch implements AutoCloseable {
    private final Call call;
    private final Response response;
    private final BufferedSource lines;

    Watch(Call call) throws IOException {
      this.call = call;
      this.response = call.execute();
      assertThat(response.code()).isEqualTo(200);
      this.lines = response.body().source();
    }

    String line() throws IOException {
      return lines.readUtf8LineStrict();
    }

    JsonNode next() throws IOException {
      return Json.MAPPER.readTree(line());
    }

    boolean isOver() throws IOException {
      return lines.exhausted();
    }

    @Override
    public void close() {
      call.cancel();
      response.close();
    }
  }
}
