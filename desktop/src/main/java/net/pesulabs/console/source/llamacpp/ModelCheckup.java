package net.pesulabs.console.source.llamacpp;

import java.time.Duration;
import net.pesulabs.console.doctor.ModelProbe;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Urls;

/** Looks at llama-server once, for the doctor, without waking or loading a model. */
public final class ModelCheckup implements ModelProbe {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(4);

  @Override
  public Sight look(String url) throws Unanswered {
    var http = new Http(CONNECT, WHOLE);
    try {
      return look(new LlamaApi(http, LlamaApi.base(Urls.parse(url))));
    } catch (LlamaApi.Loading e) {
      return new Sight(State.LOADING, null, null);
    } catch (Failure e) {
      if (e.kind() == Failure.Kind.TIMED_OUT) {
        throw new Unanswered(e.why(), true);
      }
      return new Sight(state(e), null, e.why());
    } finally {
      http.close();
    }
  }

  private static Sight look(LlamaApi api) throws Failure, LlamaApi.Loading {
    api.health();
    Props props = api.props();
    if (!props.router()) {
      if (!props.sleeping()) {
        // Health and models are open to all; the figures are behind the key, where there is one.
        api.metrics(null);
      }
      String name = props.name() != null ? props.name() : api.meta().id();
      return new Sight(
          props.sleeping() ? State.SLEEPING : State.READY, Props.shortName(name), null);
    }
    Offer offer = Offers.readiest(api.offers()).orElse(null);
    if (offer == null) {
      return new Sight(State.NO_MODEL, null, null);
    }
    return switch (offer.status()) {
      case LOADED -> new Sight(State.READY, offer.model().name(), null);
      case LOADING -> new Sight(State.LOADING, offer.model().name(), null);
      case SLEEPING -> new Sight(State.SLEEPING, offer.model().name(), null);
      case DOWNLOADING, UNLOADED, FAILED -> new Sight(State.ON_DEMAND, null, null);
    };
  }

  private static State state(Failure failure) {
    return switch (failure.kind()) {
      case UNAUTHORIZED -> State.KEY_WANTED;
      case NOT_FOUND, NOT_UNDERSTOOD -> State.NOT_LLAMA;
      case TLS -> State.NEEDS_HTTPS;
      case SERVER_ERROR -> State.FAULTY;
      default -> State.OTHER;
    };
  }
}
