package net.pesulabs.console.source.llamacpp;

import java.time.Clock;
import java.time.Duration;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Reporter;
import net.pesulabs.console.source.Urls;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link LiveHomelab#model()} up: once a second while somebody looks, once in five seconds
 * otherwise. It asks nothing that would wake a sleeping model or load another one.
 */
public final class ModelSource implements Subscription {

  private final String url;
  private final Http http = new Http();
  private final Reporter<ModelServer> reporter;
  private @Nullable ModelWatch watch; // on the poller's thread only

  private ModelSource(String url, LiveHomelab homelab, Clock clock) {
    this.url = url;
    this.reporter = new Reporter<>(homelab.model(), Urls.origin(Source.MODEL, url), clock);
  }

  /**
   * Starts to ask, and returns at once.
   *
   * @param baseUrl of llama-server; a bad one is told in the reading
   */
  public static Subscription start(String baseUrl, LiveHomelab homelab, Clock clock) {
    var source = new ModelSource(baseUrl, homelab, clock);
    Poller poller =
        Poller.start(
            Source.MODEL,
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
    if (watch == null) {
      watch = new ModelWatch(new LlamaApi(http, LlamaApi.base(Urls.parse(url))));
    }
    reporter.heard(watch.look(System.nanoTime()));
  }

  private void lost(Message why) {
    if (watch != null) {
      watch.forget();
    }
    reporter.lost(why);
  }

  @Override
  public void close() {
    reporter.close();
    http.close();
  }
}
