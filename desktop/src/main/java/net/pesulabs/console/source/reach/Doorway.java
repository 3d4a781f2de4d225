package net.pesulabs.console.source.reach;

import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Entry;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.ServiceAddress;
import net.pesulabs.console.source.Urls;
import okhttp3.OkHttpClient;

/** How one asks by a way: directly, or through the API server with the cluster's own login. */
public final class Doorway {

  private final OkHttpClient direct = Http.plainClient();
  private final ApiProxy proxy;

  public Doorway(ApiProxy proxy) {
    this.proxy = proxy;
  }

  /**
   * What is asked, and over what.
   *
   * @throws Failure where it is no address, or leads through what is not there
   */
  public Entry open(Origin way) throws Failure {
    if (way.route() != Route.API_PROXY) {
      return new Entry(way, Urls.parse(way.address()), direct);
    }
    ServiceAddress service =
        ServiceAddress.parse(way.address())
            .orElseThrow(() ->
                new Failure(Failure.Kind.BAD_SETTING, Msg.reachServiceMalformed(way.address())));
    ApiProxy.Gate gate = proxy.open();
    return new Entry(way, service.at(gate.server()), gate.client());
  }
}
