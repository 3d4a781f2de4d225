package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.cards.Dialect;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One machine's node_exporter, asked again and again: rates, states and what is spilled come from
 * successive answers. For one thread.
 */
public final class NodeExporter implements Dialect {

  private final Scraper scraper = new Scraper();
  private final Clock clock;
  private final String host;
  private @Nullable GpuReader reader;
  private @Nullable GpuReader machine; // of its own: what it remembers is of other moments
  private boolean cardsWork;

  /**
   * An exporter that was not asked yet.
   *
   * @param clock of this computer
   */
  public NodeExporter(Clock clock) {
    this("", clock);
  }

  /**
   * An exporter that was not asked yet.
   *
   * @param host which names the machine where it does not tell its own name; empty for whoever is
   *     asked first
   * @param clock of this computer; of figures that somebody else passed on, their moment
   */
  public NodeExporter(String host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** What tells an exporter from anything else that answers there. */
  public static Http.Answer test(Http http, HttpUrl url) throws Failure {
    return Scraper.test(http, url);
  }

  /** Whether these are an exporter's figures at all. */
  public static boolean isSpokenIn(Samples samples) {
    return samples.anyNamed("node_");
  }

  /** Whether there is a card in them; those with no memory are none. */
  public static boolean tellsOfCards(Samples samples) {
    return samples.named(GpuReader.VRAM_SIZE).stream().anyMatch(sample -> sample.value() > 0);
  }

  /**
   * One scrape.
   *
   * @param lookedAt whether anything shows the machine or its cards now: see {@link Collectors}
   * @param modelIdle whether the model server is at rest; null where it does not tell
   * @throws Failure with the cure where there is one; the caller then says {@link #forget}
   */
  public GpuNode ask(Http http, HttpUrl url, boolean lookedAt, @Nullable Boolean modelIdle)
      throws Failure {
    boolean first = reader == null;
    // The first answer is to be whole, for it decides what an idle card is told from.
    boolean sensors = lookedAt || cardsWork || first;
    Samples samples = scraper.scrape(http, url, sensors);
    GpuNode node =
        reader(url.host()).read(samples, modelIdle, scraper.sensorsAnswer(samples, sensors));
    cardsWork = node.cards().stream().anyMatch(NodeExporter::works);
    return node;
  }

  /** One scrape of the machine alone, of an exporter that does not read the cards. */
  public GpuNode askMachine(Http http, HttpUrl url) throws Failure {
    return readMachine(scraper.machine(http, url), url.host());
  }

  /** The machine alone, out of figures that somebody else passed on. */
  public GpuNode readMachine(Samples samples) throws Failure {
    return readMachine(samples, "");
  }

  private GpuNode readMachine(Samples samples, String address) throws Failure {
    GpuReader known = machine;
    if (known == null) {
      known = new GpuReader(host.isEmpty() ? address : host, clock);
      machine = known;
    }
    GpuNode told = known.read(samples, null);
    return new GpuNode(told.host(), List.of(), told.machine());
  }

  @Override
  public GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    return reader("").read(samples, modelIdle);
  }

  private GpuReader reader(String address) {
    GpuReader known = reader;
    if (known == null) {
      known = new GpuReader(host.isEmpty() ? address : host, clock);
      reader = known;
    }
    return known;
  }

  @Override
  public void pause() {
    forget();
  }

  /** After a failure: what comes next is not successive, and may be another exporter's. */
  public void forget() {
    scraper.forget();
    if (reader != null) {
      reader.forget();
    }
    if (machine != null) {
      machine.forget();
    }
  }

  private static boolean works(Card card) {
    return card.state() == CardState.BUSY || card.state() == CardState.PHANTOM_BUSY;
  }
}
