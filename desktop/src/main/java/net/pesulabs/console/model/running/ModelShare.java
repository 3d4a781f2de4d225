package net.pesulabs.console.model.running;

import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.model.Attention;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.CacheType;
import net.pesulabs.console.model.KvCache;
import net.pesulabs.console.model.ModelShape;
import net.pesulabs.console.model.ServedShape;
import net.pesulabs.console.model.running.CardUse.Basis;
import net.pesulabs.console.model.running.CardUse.Memory;
import org.jspecify.annotations.Nullable;

/** How much of a card's memory is the model's. */
final class ModelShare {

  /** More than is in use by this part is no rounding: a part of the model is elsewhere. */
  private static final double TOO_MUCH = 1.02;

  private ModelShare() {}

  /**
   * The shares.
   *
   * @param several whether more than one model is in memory, whose sum is then not known
   */
  static Memory of(Card.Vram vram, ModelServer server, @Nullable Long grown, boolean several) {
    if (server.state() == ModelServer.State.SLEEPING) {
      return new Memory(vram.totalBytes(), vram.usedBytes(), 0L, vram.usedBytes(), Basis.NO_MODEL);
    }
    if (several || server.state() != ModelServer.State.READY) {
      return unknown(vram);
    }
    if (grown != null && grown <= vram.usedBytes()) {
      return with(vram, grown, Basis.SEEN);
    }
    ModelShape shape = ServedShape.of(server.model()).orElse(null);
    if (shape == null) {
      return unknown(vram);
    }
    long weights = shape.weights().onCard();
    double room = TOO_MUCH * vram.usedBytes();
    // Whether the conversations share one context the server does not tell: the larger is more
    // likely as long as it can be, since others seldom use much.
    for (boolean shared : new boolean[] {false, true}) {
      Long cache = cache(shape, server.model(), shared);
      if (cache != null && weights + cache <= room) {
        return with(vram, Math.min(weights + cache, vram.usedBytes()), Basis.COMPUTED);
      }
    }
    return weights > vram.usedBytes()
        ? unknown(vram)
        : new Memory(vram.totalBytes(), vram.usedBytes(), weights, null, Basis.WEIGHTS);
  }

  /** Null where the layers are not known, or the context is absurd. */
  private static @Nullable Long cache(ModelShape shape, ModelServer.Model model, boolean shared) {
    Integer context = model.context();
    Integer slots = model.slots();
    if (!(shape.attention() instanceof Attention.Known known)
        || context == null
        || slots == null
        || slots > CacheSettings.MOST_SLOTS
        || (long) context * slots > CacheSettings.LONGEST_CONTEXT) {
      return null;
    }
    int whole = shared ? context : context * slots;
    try {
      return KvCache.bytes(
          known, new CacheSettings(whole, CacheType.F16, CacheType.F16, slots, shared));
    } catch (ArithmeticException absurd) {
      return null;
    }
  }

  private static Memory with(Card.Vram vram, long model, Basis basis) {
    return new Memory(vram.totalBytes(), vram.usedBytes(), model, vram.usedBytes() - model, basis);
  }

  private static Memory unknown(Card.Vram vram) {
    return new Memory(vram.totalBytes(), vram.usedBytes(), null, null, Basis.UNKNOWN);
  }
}
