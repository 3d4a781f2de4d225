package net.pesulabs.console.doctor;

import java.util.Optional;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Asks the exporter on the machine with the graphics card. May block. */
public interface ExporterProbe {

  /** What it told. */
  enum State {
    /** Figures of cards, perhaps of none. */
    CARDS,
    /** Figures of cards, but passed on by one who heard them long ago. */
    OLD,
    COLLECTOR_OFF,
    COLLECTOR_FAILED,
    NOT_EXPORTER,
    NOT_FOUND,
    NEEDS_LOGIN,
    NEEDS_HTTPS,
    OTHER
  }

  /** Which program answers. */
  enum Teller {
    NODE_EXPORTER("node_exporter"),
    PROMETHEUS("Prometheus"),
    ALL_SMI("all-smi"),
    DEVICE_METRICS("device-metrics-exporter");

    private final String title;

    Teller(String title) {
      this.title = title;
    }

    /** Its name, the same in every language. */
    public String title() {
      return title;
    }
  }

  /**
   * What was seen.
   *
   * @param teller where it is known
   * @param cards null unless the state is {@link State#CARDS} or {@link State#OLD}
   * @param why in one sentence; null of cards
   */
  record Sight(State state, Teller teller, @Nullable GpuNode cards, @Nullable Message why) {

    /** Of a node_exporter, or of what should be one. */
    public Sight(State state, @Nullable GpuNode cards, @Nullable Message why) {
      this(state, Teller.NODE_EXPORTER, cards, why);
    }
  }

  Sight look(String url) throws Unanswered;

  /**
   * Who tells of the cards in the place of an exporter that does not; empty where nobody does.
   *
   * @param url of that exporter
   */
  default Optional<Instead> instead(String url) {
    return Optional.empty();
  }

  /**
   * Somebody in another's place.
   *
   * @param address as a person would write it
   */
  record Instead(Sight sight, String address) {}
}
