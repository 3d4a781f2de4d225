package net.pesulabs.console.source;

import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import okhttp3.OkHttpClient;

/** One address. */
final class DirectAccess implements Access {

  private final Origin origin;
  private final String url;
  private final OkHttpClient client = Http.plainClient();
  private final Http http = new Http();

  DirectAccess(Source system, String url) {
    this.origin = Urls.origin(system, url);
    this.url = url;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Entry entry() throws Failure {
    return new Entry(origin, Urls.parse(url), client);
  }

  @Override
  public <T> T ask(Question<T> question) throws Failure {
    return question.ask(http, Urls.parse(url));
  }

  @Override
  public Subscription onMove(Runnable listener) {
    return () -> {}; // it never does
  }

  @Override
  public void close() {
    http.close();
  }
}
