package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import java.time.Duration;
import net.pesulabs.console.homelab.GpuHistory;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Reporter;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Urls;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link LiveHomelab#gpu()} and its history up: one scrape a second while somebody looks, one
 * in five seconds otherwise.
 */
public final class GpuSource implements Subscription {

  private final LiveHomelab homelab;
  private final String url;
  private final Http http;
  private final Reporter<GpuNode> reporter;
  private @Nullable Scraper scraper; // on the poller's thread only, as the reader
  private @Nullable GpuReader reader;

  private GpuSource(String url, LiveHomelab homelab, Clock clock, Http http) {
    this.homelab = homelab;
    this.url = url;
    this.http = http;
    this.reporter = new Reporter<>(homelab.gpu(), Urls.origin(Source.GPU, url), clock);
  }

  /**
   * Starts to ask, and returns at once.
   *
   * @param url the exporter's metrics address; a bad one is told in the reading
   */
  public static Subscription start(String url, LiveHomelab homelab, Clock clock) {
    var source = new GpuSource(url, homelab, clock, new Http());
    Poller poller =
        Poller.start(
            Source.GPU,
            homelab.attention(),
            Poller.Rhythm.remote(Duration.ofSeconds(1), Duration.ofSeconds(5)),
            source::ask,
            source::lost);
    return () -> {
      source.close();
      poller.close();
    };
  }

  private void ask() throws Failure {
    if (scraper == null || reader == null) {
      HttpUrl parsed = Urls.parse(url);
      scraper = new Scraper(http, parsed);
      reader = new GpuReader(parsed.host());
    }
    Samples samples = scraper.scrape();
    GpuNode node = reader.read(samples, modelIdle());
    reporter
        .heard(node)
        .ifPresent(at -> homelab.gpuHistory().add(new GpuHistory.Sample(at, node.cards())));
  }

  private void lost(Message why) {
    if (scraper != null && reader != null) {
      scraper.forget();
      reader.forget();
    }
    reporter.lost(why);
  }

  /** Whether the model server is at rest; null where it does not tell just now. */
  private @Nullable Boolean modelIdle() {
    if (homelab.model().get() instanceof Reading.Live<ModelServer> live) {
      Integer busy = live.value().slotsBusy();
      return busy == null ? null : (Boolean) (busy == 0);
    }
    return null;
  }

  @Override
  public void close() {
    reporter.close();
    http.close();
  }
}
