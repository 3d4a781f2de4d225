package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import java.time.Duration;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Reporter;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link LiveHomelab#gpu()} up: one scrape a second while somebody looks, one in five seconds
 * otherwise.
 */
public final class GpuSource implements Subscription {

  private final LiveHomelab homelab;
  private final Access access;
  private final Reporter<GpuNode> reporter;
  private final Scraper scraper = new Scraper(); // on the poller's thread only, as the reader
  private @Nullable GpuReader reader;

  private GpuSource(Access access, LiveHomelab homelab, Clock clock) {
    this.homelab = homelab;
    this.access = access;
    this.reporter = new Reporter<>(homelab.gpu(), access.origin(), clock);
  }

  /**
   * Starts to ask, and returns at once.
   *
   * @param access to the exporter's metrics address, a bad one of which is told in the reading;
   *     closed by whoever opened it
   */
  public static Subscription start(Access access, LiveHomelab homelab, Clock clock) {
    var source = new GpuSource(access, homelab, clock);
    Poller poller =
        Poller.start(
            Source.GPU,
            homelab.attention(),
            Poller.Rhythm.remote(Duration.ofSeconds(1), Duration.ofSeconds(5)),
            source::ask,
            source::lost);
    Subscription moves = access.onMove(poller::askNow);
    return () -> {
      moves.close();
      source.close();
      poller.close();
    };
  }

  /** What tells an exporter from anything else that answers there. */
  public static Access.Question<?> test() {
    return Scraper::test;
  }

  private void ask() throws Failure, InterruptedException {
    reporter.by(access.origin());
    Samples samples = access.ask(scraper::scrape);
    reporter.by(access.origin());
    if (reader == null) {
      reader = new GpuReader(access.entry().url().host());
    }
    reporter.heard(reader.read(samples, modelIdle()));
  }

  private void lost(Message why) {
    scraper.forget();
    if (reader != null) {
      reader.forget();
    }
    reporter.by(access.origin());
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
  }
}
