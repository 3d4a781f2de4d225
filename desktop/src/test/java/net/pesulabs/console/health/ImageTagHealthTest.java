package net.pesulabs.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTagHealthTest {

  @ParameterizedTest
  @CsvSource({
    "nginx, true",
    "nginx:latest, true",
    "registry.lan:5000/web, true",
    "nginx:1.29, false",
    "registry.lan:5000/web:1, false",
    "nginx@sha256:0d17b565c37bcbd895e9d92315a05c1c3c9a29f762b011a10c54a66cd53c9b31, false",
    "nginx:latest@sha256:0d17b565c37bcbd895e9d92315a05c1c3c9a29f762b011a10c54a66cd53c9b31, false"
  })
  void onlyAVersionSaysWhatRuns(String image, boolean latest) {
    assertThat(ImageTagHealth.isLatest(image)).isEqualTo(latest);
    Judged.as(
        ImageTagHealth.diagnose(Things.images("busybox:1.37", image)),
        latest ? Severity.NOTICE : Severity.FINE,
        latest ? "image-latest" : null,
        "");
  }

  @Test
  void anAdviceTroublesNobody() {
    assertThat(Severity.NOTICE.wantsCare()).isFalse();
    assertThat(Severity.WARNING.wantsCare()).isTrue();
  }
}
