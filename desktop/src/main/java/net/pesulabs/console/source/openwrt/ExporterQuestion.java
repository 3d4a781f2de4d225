package net.pesulabs.console.source.openwrt;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Urls;
import okhttp3.HttpUrl;

/**
 * Asks OpenWRT's exporter for the few collectors that are read. The exporter does one thing after
 * the other on a small processor, so it is never asked more often than every five seconds.
 */
final class ExporterQuestion implements Poller.Question {

  static final Poller.Rhythm RHYTHM =
      new Poller.Rhythm(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30)));

  /** A little less than its rhythm: a timer may be early. */
  private static final Duration LEAST = Duration.ofMillis(4900);

  /** Those that are not there are passed over by the exporter. */
  private static final List<String> COLLECTORS =
      List.of(
          "conntrack",
          "cpu",
          "hwmon",
          "loadavg",
          "meminfo",
          "netdev",
          "openwrt",
          "thermal",
          "time",
          "uname");

  private final String url;
  private final Http http;
  private final RouterPicture picture;
  private final Clock clock;
  private final Pace pace = new Pace(System::nanoTime);

  ExporterQuestion(String url, Http http, RouterPicture picture, Clock clock) {
    this.url = url;
    this.http = http;
    this.picture = picture;
    this.clock = clock;
  }

  @Override
  public void ask() throws Failure {
    if (!pace.isDue(LEAST)) {
      return;
    }
    HttpUrl.Builder only = Urls.parse(url).newBuilder();
    COLLECTORS.forEach(name -> only.addEncodedQueryParameter("collect%5B%5D", name));
    Http.Answer answer = http.get(only.build());
    if (answer.isWebPage()) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gatewaySourceNotExporter(answer.from()));
    }
    Http.Answer good = answer.orFailure();
    picture.exporter(
        Part.TOLD, ExporterReader.read(LuaPage.parse(good.body(), good.from()), clock.instant()));
  }

  void lost(Message why) {
    picture.exporter(new Part(Part.State.SILENT, why), Told.NOTHING);
  }
}
