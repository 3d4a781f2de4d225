package net.pesulabs.console.source.llamacpp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.ModelServer.State;
import net.pesulabs.console.homelab.ModelServer.Work;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Puts the server's answers together: its settings, asked for when they may have changed and every
 * five seconds, since only they say that it sleeps; and its figures each time. For one thread.
 */
final class ModelWatch {

  private static final Duration SETTINGS_AGE = Duration.ofSeconds(5);

  /** As many as anybody has in one card at the same time; each is asked each time. */
  private static final int MOST_LOADED = 4;

  private final WorkReader work = new WorkReader();
  private ModelServer last = nothing(State.LOADING, List.of());
  private @Nullable Props told; // by a server with one model
  private ModelMeta meta = ModelMeta.UNKNOWN;
  private long settingsAt;
  private boolean settingsKnown;
  private boolean figuresOff;
  private @Nullable String routed; // the router's model that the figures are of

  /**
   * The server now.
   *
   * @param api the same server each time, by whichever way
   * @param nanos {@link System#nanoTime}
   */
  ModelServer look(LlamaApi api, long nanos) throws Failure {
    try {
      if (!settingsKnown || nanos - settingsAt >= SETTINGS_AGE.toNanos()) {
        api.health();
        last = settings(api);
        settingsAt = nanos;
        settingsKnown = true;
      }
      last = last.state() == State.READY ? withFigures(api, last, nanos) : last;
    } catch (LlamaApi.Loading e) {
      forget();
      last = new ModelServer(State.LOADING, last.model(), Work.UNTOLD, last.offers(), last.build());
    }
    return last;
  }

  /** The connection was lost: whoever answers next may be another server. */
  void forget() {
    settingsKnown = false;
    told = null;
    work.reset();
  }

  private ModelServer settings(LlamaApi api) throws Failure, LlamaApi.Loading {
    Props props = api.props();
    if (props.router()) {
      return ofRouter(api, props);
    }
    routed = null;
    if (!props.equals(told)) { // the list says nothing of a model that the settings would not
      meta = api.meta();
      told = props;
      work.reset();
    }
    figuresOff = Boolean.FALSE.equals(props.metrics());
    return new ModelServer(
        props.sleeping() ? State.SLEEPING : State.READY,
        props.model(meta),
        Work.UNTOLD,
        List.of(),
        props.build());
  }

  private ModelServer ofRouter(LlamaApi api, Props router) throws Failure, LlamaApi.Loading {
    List<Offer> offers = withWork(api, api.offers());
    Offer chosen = Offers.readiest(offers).orElse(null);
    State state = chosen == null ? State.SLEEPING : state(chosen);
    if (chosen == null || state == State.SLEEPING && chosen.status() != Offer.Status.SLEEPING) {
      // It is read into memory when somebody asks, and which one is for the asker to say.
      routed = null;
      return new ModelServer(State.SLEEPING, Model.UNKNOWN, Work.UNTOLD, offers, router.build());
    }
    String name = chosen.model().name();
    if (state != State.READY || name == null) {
      routed = null;
      return new ModelServer(state, chosen.model(), Work.UNTOLD, offers, router.build());
    }
    if (!name.equals(routed)) {
      work.reset();
    }
    routed = name;
    Props props = api.propsOf(name);
    figuresOff = Boolean.FALSE.equals(props.metrics());
    return new ModelServer(
        State.READY, with(chosen.model(), props), Work.UNTOLD, offers, router.build());
  }

  private static State state(Offer offer) {
    return switch (offer.status()) {
      case LOADED -> State.READY;
      case LOADING -> State.LOADING;
      case SLEEPING, DOWNLOADING, UNLOADED, FAILED -> State.SLEEPING;
    };
  }

  /** What the router's list says of a model, and the settings it was started with. */
  private static Model with(Model listed, Props props) {
    return new Model(
        listed.name(),
        props.context() != null ? props.context() : listed.context(),
        props.slots(),
        listed.parameters(),
        listed.weightBytes(),
        listed.quantisation() != null
            ? listed.quantisation()
            : Quantisation.ofWords(props.stored()),
        listed.trainedContext(),
        listed.embedding(),
        listed.vocabulary(),
        props.images() != null ? props.images() : listed.takesImages());
  }

  /** How busy each loaded model is: a model that rests may stand first in the list. */
  private List<Offer> withWork(LlamaApi api, List<Offer> offers) throws Failure, LlamaApi.Loading {
    List<Offer> all = new ArrayList<>();
    int asked = 0;
    for (Offer offer : offers) {
      String name = offer.model().name();
      boolean ask = offer.status() == Offer.Status.LOADED && asked < MOST_LOADED && name != null;
      all.add(ask ? withWork(api, offer, Objects.requireNonNull(name)) : offer);
      asked += ask ? 1 : 0;
    }
    return all;
  }

  private static Offer withWork(LlamaApi api, Offer offer, String name)
      throws Failure, LlamaApi.Loading {
    Integer busy = api.metrics(name).map(WorkReader::busy).orElse(null);
    return new Offer(offer.model(), offer.status(), busy, offer.percent());
  }

  private ModelServer withFigures(LlamaApi api, ModelServer known, long nanos)
      throws Failure, LlamaApi.Loading {
    Samples samples = figuresOff ? null : api.metrics(routed).orElse(null);
    Work now = samples == null ? Work.SWITCHED_OFF : work.next(samples, nanos);
    if (work.startedAgain()) {
      settingsKnown = false; // with another model, perhaps
      told = null;
    }
    return new ModelServer(State.READY, known.model(), now, offers(known, now), known.build());
  }

  private List<Offer> offers(ModelServer known, Work now) {
    return known.offers().stream()
        .map(offer ->
            Objects.equals(offer.model().name(), routed)
                ? new Offer(offer.model(), offer.status(), now.slotsBusy(), offer.percent())
                : offer)
        .toList();
  }

  private static ModelServer nothing(State state, List<Offer> offers) {
    return new ModelServer(state, Model.UNKNOWN, Work.UNTOLD, offers, null);
  }
}
