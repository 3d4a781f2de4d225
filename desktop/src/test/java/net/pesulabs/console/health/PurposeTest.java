package net.pesulabs.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs are known by their usual names, the special before the general. */
class PurposeTest {

  @ParameterizedTest
  @CsvSource({
    "n8n                    , docker.n8n.io/n8nio/n8n:1.115.3                        , AUTOMATIONS",
    "workflows              , docker.n8n.io/n8nio/n8n:1.115.3                        , AUTOMATIONS",
    "immich-machine-learning, ghcr.io/immich-app/immich-machine-learning:v2-rocm     , FACES",
    "web                    , ghcr.io/immich-app/immich-server@sha256:0011           , PHOTOS",
    "svclb-traefik-0b1c     , rancher/klipper-lb:v0.4.13                             , WEB_PORTS",
    "traefik                , rancher/mirrored-library-traefik:3.3.6                 , ENTRANCE",
    "db                     , registry.local:5000/library/postgres:17                , DATABASE",
    "llama                  , ghcr.io/ggml-org/llama.cpp:server-rocm                 , MODEL_SERVER",
    "web                    , registry.example/web:1                                 ,",
    "redis-host             , localhost/thing                                        , CACHE",
    "web                    , n8n.example.org/site:2                                 ,",
  })
  void itIsKnownByNameOrImage(String name, String image, @Nullable Purpose expected) {
    assertThat(Purpose.of(workload(name, image)).orElse(null)).isEqualTo(expected);
  }

  @Test
  void whatAnInitContainerWaitsForIsNotWhatItIs() {
    assertThat(Purpose.of(workload("web", "library/postgres:17", "jellyfin/jellyfin:10")))
        .contains(Purpose.FILMS);
  }

  @ParameterizedTest
  @EnumSource
  void itsWordsAreSentencesInBothLanguages(Purpose purpose) {
    for (Language language : Language.values()) {
      assertThat(purpose.down().in(language)).endsWith(".");
      assertThat(purpose.title().in(language)).isNotBlank().doesNotEndWith(".");
    }
  }

  private static Workload workload(String name, String... images) {
    return new Workload(
        Things.meta("w", name),
        "Deployment",
        1,
        1,
        1,
        1,
        1,
        true,
        false,
        List.of(),
        Map.of(),
        List.of(images));
  }
}
