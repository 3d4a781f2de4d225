package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://100.86.122.109:9100/metrics",
        "https://gpu.pesulabs.net",
        "HTTP://box/metrics",
        " http://box:8080 ",
        "http://[fd7a:115c:a1e0::1]:9100/metrics"
      })
  void takesAddresses(String url) {
    assertThat(Urls.check(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'',url.empty",
    "'  ',url.empty",
    "100.86.122.109:9100/metrics,url.scheme",
    "ftp://box,url.scheme",
    "http:/box,url.scheme",
    "http://,url.no-host",
    "http:///metrics,url.no-host",
    "http://:9100,url.no-host",
    "http://box:99999/,url.malformed",
    "http://bo x/,url.malformed",
    "http://user:secret@box/,url.credentials"
  })
  void saysWhatIsWrong(String url, String key) {
    assertThat(Urls.check(url)).hasValueSatisfying(why -> assertThat(why.key()).isEqualTo(key));
  }

  @Test
  void namesWhereFactsComeFrom() {
    assertThat(Urls.origin(Source.GPU, "http://100.86.122.109:9100/metrics"))
        .isEqualTo(new Origin(Source.GPU, Route.TAILNET, "http://100.86.122.109:9100/metrics"));
    assertThat(Urls.origin(Source.GPU, "box").route()).isEqualTo(Route.OTHER);
    assertThat(Urls.origin(Source.GPU, "http://user:secret@box/").address())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://box/,box",
    "http://box:9100/metrics,box:9100",
    "https://box:443,box",
    "http://[::1]:81/,[::1]:81"
  })
  void namesHostAndPort(String url, String address) {
    assertThat(Urls.address(HttpUrl.get(url))).isEqualTo(address);
  }
}
