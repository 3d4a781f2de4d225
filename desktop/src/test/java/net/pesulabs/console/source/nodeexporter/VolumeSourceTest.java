package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.VolumeUse;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.PrometheusText;
import org.junit.jupiter.api.Test;

class VolumeSourceTest {

  private static final String PODS = "/var/lib/kubelet/pods/0b1c/volumes/";

  private static String disk(String mount, String size, String free) {
    return """
    node_filesystem_size_bytes{device="/dev/x",fstype="ext4",mountpoint="%s"} %s
    node_filesystem_free_bytes{device="/dev/x",fstype="ext4",mountpoint="%s"} %s
    """
        .formatted(mount, size, mount, free);
  }

  @Test
  void knowsTheVolumesThatAreFileSystemsOfTheirOwn() throws Failure {
    String text =
        disk("/", "1e+12", "5e+11")
            + disk(PODS + "kubernetes.io~csi/pvc-1/mount", "1.0e+10", "4e+08")
            + disk(PODS + "kubernetes.io~local-volume/data", "100", "25")
            + disk(PODS + "kubernetes.io~csi/pvc-2/mount", "0", "0")
            + disk(PODS + "kubernetes.io~csi/pvc-3/mount", "NaN", "1")
            + disk(PODS + "kubernetes.io~projected/kube-api-access/deeper/one", "10", "1");

    assertThat(VolumeSource.read(PrometheusText.parse(text, "test")))
        .containsExactly(
            new VolumeUse("pvc-1", 9_600_000_000L, 10_000_000_000L),
            new VolumeUse("data", 75, 100));
  }

  @Test
  void asksForFileSystemsAndForgetsThemWithTheExporter() throws IOException {
    var homelab = new LiveHomelab();
    homelab.volumes().put(new VolumeUse("old", 1, 2));
    try (var server =
        new LoopbackServer((request, out) ->
            LoopbackServer.reply(
                out, 200, "text/plain", disk(PODS + "kubernetes.io~csi/pvc-1/mount", "9", "3")))) {
      try (var source =
          VolumeSource.start(Access.direct(Source.GPU, server.url() + "/metrics"), homelab)) {
        await().until(() -> homelab.volumes().get("pvc-1").isPresent());
      }
      assertThat(server.requests().getFirst().target()).endsWith("?collect%5B%5D=filesystem");
      assertThat(homelab.volumes().get("old")).isEmpty();
    }
    try (var source =
        VolumeSource.start(Access.direct(Source.GPU, "http://127.0.0.1:1/metrics"), homelab)) {
      await().until(() -> homelab.volumes().all().isEmpty());
    }
  }
}
