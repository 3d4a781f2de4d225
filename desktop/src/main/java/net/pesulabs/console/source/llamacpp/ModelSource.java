package net.pesulabs.console.source.llamacpp;

import java.time.Clock;
import java.time.Duration;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Reporter;

/**
 * Keeps {@link LiveHomelab#model()} up: once a second while somebody looks, once in five seconds
 * otherwise. It asks nothing that would wake a sleeping model or load another one.
 */
public final class ModelSource implements Subscription {

  private final Access access;
  private final Reporter<ModelServer> reporter;
  private final ModelWatch watch = new ModelWatch(); // on the poller's thread only

  private ModelSource(Access access, LiveHomelab homelab, Clock clock) {
    this.access = access;
    this.reporter = new Reporter<>(homelab.model(), access.origin(), clock);
  }

  /**
   * Starts to ask, and returns at once.
   *
   * @param access to the base URL of llama-server, a bad one of which is told in the reading;
   *     closed by whoever opened it
   */
  public static Subscription start(Access access, LiveHomelab homelab, Clock clock) {
    var source = new ModelSource(access, homelab, clock);
    Poller poller =
        Poller.start(
            Source.MODEL,
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

  /** What tells llama-server from anything else that answers there. */
  public static Access.Question<?> test() {
    return LlamaApi::test;
  }

  private void ask() throws Failure, InterruptedException {
    reporter.by(access.origin());
    ModelServer server =
        access.ask(
            (http, url) -> watch.look(new LlamaApi(http, LlamaApi.base(url)), System.nanoTime()));
    reporter.by(access.origin());
    reporter.heard(server);
  }

  private void lost(Message why) {
    watch.forget();
    reporter.by(access.origin());
    reporter.lost(why);
  }

  @Override
  public void close() {
    reporter.close();
  }
}
