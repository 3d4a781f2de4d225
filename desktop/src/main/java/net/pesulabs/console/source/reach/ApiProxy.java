package net.pesulabs.console.source.reach;

import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The cluster's own way and login, lent to what is asked through its API server. */
public interface ApiProxy {

  /** No cluster to ask through. */
  ApiProxy NONE =
      () -> {
        throw new Failure(Failure.Kind.NO_ROUTE, Msg.reachNoCluster());
      };

  /**
   * An API server.
   *
   * @param server its URL, without a path of the API
   * @param client logged in, and with the server's identity checked
   */
  record Gate(HttpUrl server, OkHttpClient client) {}

  /**
   * The API server by the way in use.
   *
   * @throws Failure where the cluster has no connection, or its login none to offer
   */
  Gate open() throws Failure;
}
