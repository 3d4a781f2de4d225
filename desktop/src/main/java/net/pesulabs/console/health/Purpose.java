package net.pesulabs.console.health;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * What a program is for, in the words of those who use it. Known by the usual names of programs
 * that households run; the first that fits counts, so that the special stand before the general.
 */
enum Purpose {
  WEB_PORTS(Msg.purposeWebPorts(), Msg.purposeWebPortsDown(), "svclb", "klipper-lb"),
  BACKUP(Msg.purposeBackup(), Msg.purposeBackupDown(), "backup", "restic", "velero", "borgmatic"),
  MODEL_SERVER(
      Msg.purposeModelServer(),
      Msg.purposeModelServerDown(),
      "llama-server",
      "llama.cpp",
      "llamacpp",
      "ollama",
      "vllm"),
  OPEN_WEBUI(Msg.purposeOpenWebui(), Msg.purposeOpenWebuiDown(), "open-webui"),
  MEMORY(Msg.purposeMemory(), Msg.purposeMemoryDown(), "mem0"),
  AGENTS(Msg.purposeAgents(), Msg.purposeAgentsDown(), "agentstack"),
  VECTORS(Msg.purposeVectors(), Msg.purposeVectorsDown(), "qdrant"),
  AUTOMATIONS(Msg.purposeAutomations(), Msg.purposeAutomationsDown(), "n8n"),
  SIGN_IN(Msg.purposeSignIn(), Msg.purposeSignInDown(), "authentik", "keycloak", "authelia"),
  ENTRANCE(Msg.purposeEntrance(), Msg.purposeEntranceDown(), "traefik", "ingress-nginx"),
  NAMES(Msg.purposeNames(), Msg.purposeNamesDown(), "coredns"),
  DATABASE(
      Msg.purposeDatabase(),
      Msg.purposeDatabaseDown(),
      "postgres",
      "cloudnative-pg",
      "mariadb",
      "mysql"),
  CACHE(Msg.purposeCache(), Msg.purposeCacheDown(), "redis", "valkey"),
  FLUX(
      Msg.purposeFlux(),
      Msg.purposeFluxDown(),
      "fluxcd",
      "source-controller",
      "kustomize-controller",
      "helm-controller"),
  SEALED_SECRETS(Msg.purposeSealedSecrets(), Msg.purposeSealedSecretsDown(), "sealed-secrets"),
  GPU_PLUGIN(
      Msg.purposeGpuPlugin(), Msg.purposeGpuPluginDown(), "k8s-device-plugin", "rocm-device"),
  METERING(Msg.purposeMetering(), Msg.purposeMeteringDown(), "metrics-server"),
  DISKS(Msg.purposeDisks(), Msg.purposeDisksDown(), "local-path-provisioner", "longhorn"),
  FACES(Msg.purposeFaces(), Msg.purposeFacesDown(), "immich-machine-learning"),
  PHOTOS(Msg.purposePhotos(), Msg.purposePhotosDown(), "immich", "photoprism"),
  FILMS(Msg.purposeFilms(), Msg.purposeFilmsDown(), "jellyfin", "plex"),
  PAPERS(Msg.purposePapers(), Msg.purposePapersDown(), "paperless"),
  FILES(Msg.purposeFiles(), Msg.purposeFilesDown(), "nextcloud", "seafile", "syncthing"),
  PASSWORDS(Msg.purposePasswords(), Msg.purposePasswordsDown(), "vaultwarden"),
  HOME_AUTOMATION(
      Msg.purposeHomeAutomation(),
      Msg.purposeHomeAutomationDown(),
      "home-assistant",
      "homeassistant"),
  SENSORS(Msg.purposeSensors(), Msg.purposeSensorsDown(), "mosquitto", "zigbee2mqtt"),
  START_PAGE(
      Msg.purposeStartPage(), Msg.purposeStartPageDown(), "gethomepage", "homepage", "homarr"),
  BLOCKER(Msg.purposeBlocker(), Msg.purposeBlockerDown(), "pihole", "adguard"),
  CODE(Msg.purposeCode(), Msg.purposeCodeDown(), "gitea", "forgejo", "gitlab"),
  CHARTS(Msg.purposeCharts(), Msg.purposeChartsDown(), "grafana", "prometheus");

  private final Message title;
  private final Message down;
  private final List<String> names;

  Purpose(Message title, Message down, String... names) {
    this.title = title;
    this.down = down;
    this.names = List.of(names);
  }

  /** What it gives people, as a heading. */
  Message title() {
    return title;
  }

  /** What people miss while it does not work, as a sentence. */
  Message down() {
    return down;
  }

  /**
   * The purpose of a workload: by its name, else by what its containers run. Init containers come
   * first among the images and often only wait for something else, so the last image counts most.
   */
  static Optional<Purpose> of(Workload workload) {
    return of(workload.name())
        .or(() ->
            workload.images().reversed().stream()
                .flatMap(image -> of(program(image)).stream())
                .findFirst());
  }

  /** The purpose of a program by its name. */
  static Optional<Purpose> of(String program) {
    String name = program.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(purpose -> purpose.names.stream().anyMatch(name::contains))
        .findFirst();
  }

  /** An image without registry, tag and digest. */
  private static String program(String image) {
    String path = image.replaceFirst("@.*", "");
    int slash = path.indexOf('/');
    int colon = path.lastIndexOf(':');
    String untagged = colon > path.lastIndexOf('/') ? path.substring(0, colon) : path;
    boolean registry = slash > 0 && path.substring(0, slash).matches(".*[.:].*|localhost");
    return registry ? untagged.substring(slash + 1) : untagged;
  }
}
