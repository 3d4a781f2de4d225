package net.pesulabs.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What lies about in the pretend cluster besides what runs: storage, settings, ways in. */
final class Furniture {

  /** The keys of each Secret that is made from a SealedSecret, by namespace and name. */
  private static final Map<String, List<String>> SEALED =
      Map.of(
          "apps/n8n-secrets", List.of("DB_PASSWORD", "N8N_ENCRYPTION_KEY"),
          "apps/authentik-secrets", List.of("AUTHENTIK_SECRET_KEY"),
          "databases/postgresql-auth", List.of("password"));

  private static final List<String> WITH_WAYS_IN = List.of("apps", "home", "media");

  private Furniture() {}

  static void bring(ObjectStore store, Names names, Instant founded, Instant now) {
    store.put(Resource.STORAGE_CLASSES, Storage.storageClass(names, founded));
    Configs.maps(names, founded).forEach(map -> store.put(Resource.CONFIGMAPS, map));
    for (Resource kind : Resource.CUSTOM) {
      store.put(Resource.DEFINITIONS, CustomKinds.definition(names, kind, founded));
    }
    Instant later = founded.plus(Duration.ofDays(50));
    SEALED.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          String[] place = entry.getKey().split("/");
          List<String> keys = entry.getValue();
          store.put(
              Resource.SEALED_SECRETS, CustomKinds.sealed(names, place[0], place[1], keys, later));
          store.put(
              Resource.SECRETS, Configs.secret(names, place[0], place[1], "Opaque", keys, later));
        });
    for (String namespace : WITH_WAYS_IN) {
      List<String> keys = List.of("tls.crt", "tls.key");
      store.put(
          Resource.SECRETS,
          Configs.secret(names, namespace, Ways.CERTIFICATE, "kubernetes.io/tls", keys, later));
    }
    Ways.routes(names, later).forEach(route -> store.put(Resource.INGRESS_ROUTES, route));
    Instant applied = now.minus(Duration.ofHours(7));
    for (String part : List.of("apps", "flux-system", "databases")) {
      String path = "./infrastructure/kubernetes/" + part;
      store.put(
          Resource.KUSTOMIZATIONS, CustomKinds.kustomization(names, part, path, later, applied));
    }
  }
}
