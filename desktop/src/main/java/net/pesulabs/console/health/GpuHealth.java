package net.pesulabs.console.health;

import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** What a graphics card's figures mean. */
public final class GpuHealth {

  static final String HOT = "gpu-hot";

  /** Closer than this to its own limit, a card starts to slow itself down. */
  private static final double HOT_WITHIN_CELSIUS = 5;

  private static final double NEARLY_FULL_PERCENT = 95;

  private GpuHealth() {}

  public static Health of(Card card) {
    return diagnose(card).health();
  }

  static Diagnosis diagnose(Card card) {
    Double junction = card.junction().celsius();
    Double limit = card.junction().limitCelsius();
    if (junction != null && limit != null && junction >= limit - HOT_WITHIN_CELSIUS) {
      return Diagnosis.of(
          HOT,
          Severity.WARNING,
          Msg.gpuHealthHot(Quantity.celsius(junction), Quantity.celsius(limit)),
          Msg.adviceGpuHot(),
          List.of("junction=" + junction, "crit=" + limit),
          null);
    }
    Card.Vram vram = card.vram();
    if (vram != null && vram.percent() > NEARLY_FULL_PERCENT) {
      return Diagnosis.of(
          "vram-full",
          Severity.WARNING,
          Msg.gpuHealthVramFull(Quantity.percent(vram.percent())),
          Msg.adviceVramFull(),
          List.of("vram_used_bytes=" + vram.usedBytes(), "vram_size_bytes=" + vram.totalBytes()),
          null);
    }
    return Diagnosis.fine(
        Severity.FINE,
        switch (card.state()) {
          case BUSY -> Msg.gpuHealthBusy();
          case IDLE -> Msg.gpuHealthIdle();
          case PHANTOM_BUSY -> Msg.gpuHealthPhantomBusy();
          case ASLEEP -> Msg.gpuHealthAsleep();
        });
  }
}
