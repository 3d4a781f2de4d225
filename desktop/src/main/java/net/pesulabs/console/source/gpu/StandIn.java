package net.pesulabs.console.source.gpu;

import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import okhttp3.HttpUrl;

/** Somebody who can be asked for the cards in another's place. For one thread. */
sealed interface StandIn {

  Heard ask(Interest interest) throws Failure;

  void pause();

  /** Who answered, and by which way. */
  Origin origin();

  /** Another program on the same machine. */
  record Neighbour(Http http, HttpUrl url, Origin origin, Talker talker) implements StandIn {
    @Override
    public Heard ask(Interest interest) throws Failure {
      return talker.ask(http, url, interest);
    }

    @Override
    public void pause() {
      talker.pause();
    }
  }

  /** The Prometheus of the profile. */
  record House(PrometheusServer server, PrometheusReader reader) implements StandIn {
    @Override
    public Heard ask(Interest interest) throws Failure {
      return server.ask((http, url) -> reader.ask(http, url, interest.modelIdle()));
    }

    @Override
    public void pause() {
      reader.pause();
    }

    @Override
    public Origin origin() {
      return server.origin();
    }
  }
}
