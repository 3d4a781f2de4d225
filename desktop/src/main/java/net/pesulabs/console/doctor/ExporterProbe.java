package net.pesulabs.console.doctor;

import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Asks the exporter on the machine with the graphics card. May block. */
public interface ExporterProbe {

  /** What it told. */
  enum State {
    /** Figures of cards, perhaps of none. */
    CARDS,
    COLLECTOR_OFF,
    COLLECTOR_FAILED,
    NOT_EXPORTER,
    NOT_FOUND,
    NEEDS_LOGIN,
    NEEDS_HTTPS,
    OTHER
  }

  /**
   * What was seen.
   *
   * @param cards null unless the state is {@link State#CARDS}
   * @param why in one sentence; null of cards
   */
  record Sight(State state, @Nullable GpuNode cards, @Nullable Message why) {}

  Sight look(String url) throws Unanswered;
}
