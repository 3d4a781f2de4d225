package net.pesulabs.console.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import okhttp3.HttpUrl;

/** Addresses as people set them. */
public final class Urls {

  private Urls() {}

  /** What is wrong with an address; empty where it can be asked. */
  public static Optional<Message> check(String url) {
    String text = url.strip();
    if (text.isEmpty()) {
      return Optional.of(Msg.urlEmpty());
    }
    if (!text.regionMatches(true, 0, "http://", 0, 7)
        && !text.regionMatches(true, 0, "https://", 0, 8)) {
      return Optional.of(Msg.urlScheme(text));
    }
    try {
      String authority = new URI(text).getRawAuthority();
      if (authority == null || authority.isEmpty() || authority.startsWith(":")) {
        return Optional.of(Msg.urlNoHost(text));
      }
      if (authority.contains("@")) {
        // Settings are a plain file, no place for a password.
        return Optional.of(Msg.urlCredentials());
      }
    } catch (URISyntaxException e) {
      return Optional.of(noHost(text) ? Msg.urlNoHost(text) : Msg.urlMalformed(text));
    }
    return HttpUrl.parse(text) == null ? Optional.of(Msg.urlMalformed(text)) : Optional.empty();
  }

  /** As {@link #check}, where the way may also lead through the API server of the cluster. */
  public static Optional<Message> checkWay(String url) {
    if (url.strip().startsWith(Routes.KUBE)) {
      return ServiceAddress.parse(url).isPresent()
          ? Optional.empty()
          : Optional.of(Msg.reachServiceMalformed(url.strip()));
    }
    return check(url);
  }

  /**
   * An address that can be asked.
   *
   * @throws Failure of kind {@link Failure.Kind#BAD_SETTING}
   */
  public static HttpUrl parse(String url) throws Failure {
    Optional<Message> offence = check(url);
    if (offence.isPresent()) {
      throw new Failure(Failure.Kind.BAD_SETTING, offence.get());
    }
    return HttpUrl.get(url.strip());
  }

  /** Where a source's facts come from, even where the address is a bad one. */
  public static Origin origin(Source source, String url) {
    if (check(url).isPresent()) {
      return new Origin(source, Route.OTHER, url.contains("@") ? "" : url.strip());
    }
    HttpUrl parsed = HttpUrl.get(url.strip());
    return new Origin(source, Route.to(parsed.host()), parsed.toString());
  }

  /** Host and port, as a person would name the one who answers. */
  public static String address(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  private static boolean noHost(String text) {
    String rest = text.substring(text.indexOf("//") + 2);
    return rest.isEmpty() || rest.startsWith("/") || rest.startsWith(":");
  }
}
