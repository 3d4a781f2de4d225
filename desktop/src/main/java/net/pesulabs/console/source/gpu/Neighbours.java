package net.pesulabs.console.source.gpu;

import java.util.Optional;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.source.Urls;
import okhttp3.HttpUrl;

/** Where other programs on the machine that a way leads to are usually found. */
@FunctionalInterface
public interface Neighbours {

  /** Nobody else is asked. */
  Neighbours NONE = (way, port) -> Optional.empty();

  /** The metrics address at a port of the same machine; empty where it must not be asked. */
  Optional<HttpUrl> at(Origin way, int port);

  /**
   * Those of a house: only at an address that the profile gives one of its machines. Behind a
   * tunnel, a name or the API server another port is somebody else's.
   */
  static Neighbours of(Profile profile) {
    return (way, port) -> {
      if (way.route() != Route.LAN && way.route() != Route.TAILNET
          || Urls.check(way.address()).isPresent()) {
        return Optional.empty();
      }
      HttpUrl url = HttpUrl.get(way.address());
      boolean ours =
          profile.machines().stream()
              .anyMatch(machine ->
                  url.host().equals(machine.lanAddress())
                      || url.host().equals(machine.tailnetAddress()));
      return ours && url.port() != port
          ? Optional.of(
              new HttpUrl.Builder()
                  .scheme("http")
                  .host(url.host())
                  .port(port)
                  .addPathSegment("metrics")
                  .build())
          : Optional.empty();
    };
  }
}
