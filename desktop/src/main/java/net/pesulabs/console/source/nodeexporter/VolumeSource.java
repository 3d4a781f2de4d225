package net.pesulabs.console.source.nodeexporter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.VolumeUse;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;

/**
 * Keeps {@link LiveHomelab#volumes()} up, once a minute: the kubelet mounts a volume under its
 * name, so the file systems that an exporter lists tell how full some volumes are. A volume that is
 * a folder of the node's own disk, as K3s makes them by default, has no size of its own and is not
 * among them. Without an answer nothing is known.
 */
public final class VolumeSource implements Subscription {

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /**
   * Such as {@code /var/lib/kubelet/pods/UID/volumes/kubernetes.io~csi/NAME/mount}: see <a
   * href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/kubelet/kubelet_getters.go">
   * getPodVolumeDir</a>.
   */
  private static final Pattern MOUNT =
      Pattern.compile(".*/kubelet/pods/[^/]+/volumes/kubernetes\\.io~[^/]+/([^/]+)(?:/mount)?");

  private final LiveHomelab homelab;
  private final Access access;
  private boolean closed;

  private VolumeSource(Access access, LiveHomelab homelab) {
    this.access = access;
    this.homelab = homelab;
  }

  /**
   * Starts to ask an exporter, and returns at once.
   *
   * @param access closed by whoever opened it
   */
  public static Subscription start(Access access, LiveHomelab homelab) {
    var source = new VolumeSource(access, homelab);
    Poller poller =
        Poller.start(
            Source.GPU,
            homelab.attention(),
            Poller.Rhythm.remote(INTERVAL, INTERVAL),
            source::ask,
            source::lost);
    return () -> {
      source.close();
      poller.close();
    };
  }

  private void ask() throws Failure, InterruptedException {
    Http.Answer answer =
        access.ask((http, url) -> http.get(Scraper.only(url, List.of("filesystem"))).orFailure());
    tell(read(PrometheusText.parse(answer.body(), answer.from())));
  }

  /** The volumes among the file systems of a scrape. */
  static List<VolumeUse> read(Samples samples) {
    var volumes = new ArrayList<VolumeUse>();
    for (Sample size : samples.named("node_filesystem_size_bytes")) {
      String mount = size.label("mountpoint");
      Matcher volume = MOUNT.matcher(mount);
      Double free = samples.value("node_filesystem_free_bytes", "mountpoint", mount);
      if (volume.matches() && free != null && Double.isFinite(size.value()) && size.value() >= 1) {
        long bytes = (long) size.value();
        volumes.add(new VolumeUse(volume.group(1), bytes - (long) (double) free, bytes));
      }
    }
    return volumes;
  }

  /** What is known of the cards says why there is no answer. */
  private void lost(Message why) {
    tell(List.of());
  }

  private synchronized void tell(List<VolumeUse> volumes) {
    if (!closed) {
      homelab.volumes().replaceAll(volumes);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
  }
}
