package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import net.pesulabs.console.homelab.Profile;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** What knows of the pretend homelab only what its profile says. */
final class TestClient implements AutoCloseable {

  /** An answer, read whole. */
  record Answer(int code, String type, String text) {

    JsonNode json() {
      try {
        return Json.MAPPER.readTree(text);
      } catch (IOException e) {
        throw new AssertionError(text, e);
      }
    }
  }

  private final OkHttpClient http;
  private final String api;
  private final String token;
  final Profile profile;

  TestClient(Profile profile) throws Exception {
    this.profile = profile;
    JsonNode kubeconfig = new YAMLMapper().readTree(Path.of(profile.kubeconfig()).toFile());
    api = kubeconfig.at("/clusters/0/cluster/server").asText();
    token = kubeconfig.at("/users/0/user/token").asText();
    byte[] pem =
        Base64.getDecoder()
            .decode(kubeconfig.at("/clusters/0/cluster/certificate-authority-data").asText());
    var authority =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
    var trust = new HandshakeCertificates.Builder().addTrustedCertificate(authority).build();
    http =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .readTimeout(Duration.ofSeconds(20))
            .build();
  }

  /** A request to the cluster's API. */
  Request.Builder api(String path) {
    return new Request.Builder().url(api + path).header("Authorization", "Bearer " + token);
  }

  Request.Builder model(String path) {
    return new Request.Builder().url(profile.modelUrl() + path);
  }

  Request.Builder exporter(String query) {
    return new Request.Builder().url(profile.gpuUrl() + query);
  }

  Answer ask(Request.Builder request) throws IOException {
    try (Response response = open(request).execute()) {
      return new Answer(
          response.code(),
          String.valueOf(response.header("Content-Type")),
          response.body().string());
    }
  }

  Call open(Request.Builder request) {
    return http.newCall(request.build());
  }

  static RequestBody body(String type, String text) {
    return RequestBody.create(text, MediaType.get(type));
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }
}
