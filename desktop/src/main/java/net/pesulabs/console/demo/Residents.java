package net.pesulabs.console.demo;

import java.util.List;

/** What runs in the pretend cluster while no fault is on: a table, and nothing but. */
final class Residents {

  /** An image tag that was never pushed: see {@link ImagePull}. */
  static final String MISSING_TAG = ":v9.9.9-rocm";

  /** A host name that nobody has, for that service is called postgresql: see {@link CrashLoop}. */
  static final String WRONG_HOST = "postgres";

  private static final String ASUNA = Nodes.ASUNA;
  private static final String PESUBUNTU = Nodes.PESUBUNTU;

  static final List<Workload> ALL =
      List.of(
          Workload.deployment("kube-system", "coredns", ASUNA)
              .image("rancher/mirrored-coredns-coredns:1.12.3")
              .port(53)
              .daysOld(210),
          Workload.deployment("kube-system", "traefik", ASUNA)
              .image("rancher/mirrored-library-traefik:3.3.6")
              .port(443)
              .exposed()
              .daysOld(210),
          Workload.deployment("kube-system", "metrics-server", ASUNA)
              .image("rancher/mirrored-metrics-server:v0.8.0")
              .port(10250)
              .daysOld(210),
          Workload.deployment("kube-system", "local-path-provisioner", ASUNA)
              .image("rancher/local-path-provisioner:v0.0.31")
              .daysOld(210),
          Workload.daemonSet("kube-system", "svclb-traefik-3d0c1b7a", "")
              .image("lb-tcp-80", "rancher/klipper-lb:v0.4.13")
              .image("lb-tcp-443", "rancher/klipper-lb:v0.4.13")
              .daysOld(210),
          Workload.daemonSet("kube-system", "amdgpu-device-plugin", PESUBUNTU)
              .image("docker.io/rocm/k8s-device-plugin:1.31.0.8")
              .daysOld(180),
          Workload.deployment("flux-system", "source-controller", ASUNA)
              .image("manager", "ghcr.io/fluxcd/source-controller:v1.6.2")
              .port(9090)
              .daysOld(120),
          Workload.deployment("flux-system", "kustomize-controller", ASUNA)
              .image("manager", "ghcr.io/fluxcd/kustomize-controller:v1.6.1")
              .daysOld(120),
          Workload.deployment("sealed-secrets", "sealed-secrets-controller", ASUNA)
              .image("docker.io/bitnami/sealed-secrets-controller:0.32.2")
              .port(8080)
              .daysOld(160),
          Workload.statefulSet("databases", "postgresql", ASUNA)
              .image("docker.io/library/postgres:17.6")
              .port(5432)
              .memory("1Gi", "4Gi")
              .volume("data", "/var/lib/postgresql/data", "20Gi")
              .config("postgresql-config", "/etc/postgresql")
              .secretEnv("POSTGRES_PASSWORD", "postgresql-auth", "password")
              .daysOld(200),
          Workload.statefulSet("databases", "redis", ASUNA)
              .image("docker.io/library/redis:8.2.2")
              .port(6379)
              .volume("data", "/data", "2Gi")
              .daysOld(200),
          Workload.deployment("apps", "n8n", ASUNA)
              .image("docker.n8n.io/n8nio/n8n:1.115.3")
              .port(5678)
              .health("/healthz")
              .memory("512Mi", "2Gi")
              .volume("data", "/home/node/.n8n", "5Gi")
              .secretEnv("DB_POSTGRESDB_PASSWORD", "n8n-secrets", "DB_PASSWORD")
              .secretEnv("N8N_ENCRYPTION_KEY", "n8n-secrets", "N8N_ENCRYPTION_KEY")
              .at("n8n")
              .image("runners", "docker.n8n.io/n8nio/runners:1.115.3")
              .daysOld(34),
          Workload.statefulSet("apps", "qdrant", ASUNA)
              .image("docker.io/qdrant/qdrant:v1.15.5")
              .port(6333)
              .health("/readyz")
              .memory("512Mi", "2Gi")
              .volume("storage", "/qdrant/storage", "10Gi")
              .daysOld(88),
          Workload.deployment("apps", "mem0", ASUNA)
              .init("wait-for-database", "docker.io/library/busybox:1.37")
              .image("docker.io/mem0/mem0-api-server:latest")
              .port(8000)
              .daysOld(60),
          Workload.deployment("apps", "agentstack-api", PESUBUNTU)
              .partOf("agentstack", "api")
              .image("ghcr.io/i-am-bee/agentstack/agentstack-server:0.4.2")
              .port(8333)
              .daysOld(21),
          Workload.deployment("apps", "agentstack-worker", PESUBUNTU)
              .partOf("agentstack", "worker")
              .image("ghcr.io/i-am-bee/agentstack/agentstack-server:0.4.2")
              .replicas(2)
              .daysOld(21),
          Workload.deployment("apps", "authentik-server", ASUNA)
              .partOf("authentik", "server")
              .image("ghcr.io/goauthentik/server:2025.10.1")
              .port(9000)
              .health("/-/health/ready/")
              .memory("512Mi", "2Gi")
              .secretEnv("AUTHENTIK_SECRET_KEY", "authentik-secrets", "AUTHENTIK_SECRET_KEY")
              .at("auth")
              .daysOld(75),
          Workload.deployment("apps", "authentik-worker", ASUNA)
              .partOf("authentik", "worker")
              .image("ghcr.io/goauthentik/server:2025.10.1")
              .daysOld(75),
          Workload.deployment("apps", "homepage", ASUNA)
              .image("ghcr.io/gethomepage/homepage:v1.5.0")
              .port(3000)
              .health("/api/healthcheck")
              .config("homepage-config", "/app/config")
              .at("inicio")
              .daysOld(40),
          Workload.deployment("home", "home-assistant", ASUNA)
              .image("ghcr.io/home-assistant/home-assistant:2025.11.2")
              .port(8123)
              .health("/manifest.json")
              .volume("config", "/config", "10Gi")
              .at("casa")
              .hostNetwork()
              .daysOld(18),
          Workload.deployment("home", "mosquitto", ASUNA)
              .image("docker.io/library/eclipse-mosquitto:2.0.22")
              .port(1883)
              .config("mosquitto-config", "/mosquitto/config")
              .daysOld(150),
          Workload.deployment("home", "zigbee2mqtt", ASUNA)
              .image("ghcr.io/koenkk/zigbee2mqtt:2.6.3")
              .port(8080)
              .health("/")
              .volume("data", "/app/data", "1Gi")
              .at("zigbee")
              .daysOld(45),
          Workload.deployment("media", "jellyfin", PESUBUNTU)
              .image("docker.io/jellyfin/jellyfin:10.11.3")
              .port(8096)
              .health("/health")
              .memory("512Mi", "4Gi")
              .volume("config", "/config", "20Gi")
              .at("jellyfin")
              .daysOld(52),
          Workload.deployment("media", "immich-server", PESUBUNTU)
              .partOf("immich", "server")
              .image("ghcr.io/immich-app/immich-server:v2.2.3")
              .port(2283)
              .health("/api/server/ping")
              .memory("512Mi", "2Gi")
              .volume("library", "/data", "500Gi")
              .at("fotos")
              .daysOld(9),
          Workload.deployment("media", "immich-machine-learning", PESUBUNTU)
              .partOf("immich", "machine-learning")
              .image("ghcr.io/immich-app/immich-machine-learning" + MISSING_TAG)
              .port(3003)
              .health("/ping")
              .daysOld(1),
          Workload.deployment("media", "paperless", ASUNA)
              .image("ghcr.io/paperless-ngx/paperless-ngx:2.19.5")
              .port(8000)
              .volume("media", "/usr/src/paperless/media", "50Gi")
              .at("papeles")
              .env("PAPERLESS_DBHOST", WRONG_HOST)
              .daysOld(2));

  private Residents() {}
}
