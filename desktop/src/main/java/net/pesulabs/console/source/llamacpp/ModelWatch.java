package net.pesulabs.console.source.llamacpp;

import java.time.Duration;
import java.util.Optional;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Model;
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

  private final Speed speed = new Speed();
  private ModelServer last = nothing(State.LOADING);
  private long settingsAt;
  private boolean settingsKnown;
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
    speed.reset();
  }

  private ModelServer settings(LlamaApi api) throws Failure, LlamaApi.Loading {
    Props props = api.props();
    routed = null;
    if (!props.router()) {
      return of(props, props.sleeping() ? State.SLEEPING : State.READY);
    }
    Optional<RouterModel> model = api.routerModel();
    if (model.isEmpty()) {
      return nothing(State.SLEEPING);
    }
    String name = model.get().id();
    return switch (model.get().status()) {
      case LOADED -> {
        routed = name;
        yield of(api.propsOf(name), State.READY);
      }
      case LOADING -> named(State.LOADING, name);
      case SLEEPING -> named(State.SLEEPING, name);
      // It is read into memory when somebody asks, and which one is for the asker to say.
      case UNLOADED -> nothing(State.SLEEPING);
    };
  }

  private ModelServer withFigures(LlamaApi api, ModelServer known, long nanos)
      throws Failure, LlamaApi.Loading {
    Samples samples = api.metrics(routed).orElse(null);
    if (samples == null) {
      return known;
    }
    var work =
        new Work(
            whole(samples.value("llamacpp:requests_processing")),
            whole(samples.value("llamacpp:requests_deferred")),
            speed.next(samples, nanos),
            null,
            null,
            null,
            null,
            false);
    return new ModelServer(State.READY, known.model(), work, known.offers(), known.build());
  }

  private static ModelServer of(Props props, State state) {
    var model =
        new Model(
            props.name(), props.context(), props.slots(), null, null, null, null, null, null, null);
    return new ModelServer(state, model, Work.UNTOLD);
  }

  private static ModelServer named(State state, @Nullable String name) {
    return new ModelServer(state, Model.named(name), Work.UNTOLD);
  }

  private static ModelServer nothing(State state) {
    return named(state, null);
  }

  private static @Nullable Integer whole(@Nullable Double value) {
    return value == null ? null : (Integer) value.intValue();
  }
}
