package net.pesulabs.console.source.nodeexporter;

import java.util.List;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.cards.Dialect;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** node_exporter, asked and read, for those outside of this package. For one thread. */
public final class NodeExporter implements Dialect {

  private final Scraper scraper = new Scraper();
  private final GpuReader cards;
  private final GpuReader machine; // of its own: what it remembers is of other moments

  /**
   * One exporter.
   *
   * @param host who is asked, which names the machine where it does not tell its own name
   */
  public NodeExporter(String host) {
    this.cards = new GpuReader(host);
    this.machine = new GpuReader(host);
  }

  /** What tells an exporter from anything else that answers there. */
  public static Answer test(Http http, HttpUrl url) throws Failure {
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
   * @throws Failure of kind {@code UNAVAILABLE} where it does not read the cards
   */
  public GpuNode ask(Http http, HttpUrl url, @Nullable Boolean modelIdle) throws Failure {
    return cards.read(scraper.scrape(http, url), modelIdle);
  }

  /** One scrape of the machine alone, of an exporter that does not read the cards. */
  public GpuNode askMachine(Http http, HttpUrl url) throws Failure {
    return readMachine(scraper.machine(http, url));
  }

  /** The machine alone, out of figures that somebody else passed on. */
  public GpuNode readMachine(Samples samples) throws Failure {
    GpuNode told = machine.read(samples, null);
    return new GpuNode(told.host(), List.of(), told.machine());
  }

  @Override
  public GpuNode read(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    return cards.read(samples, modelIdle);
  }

  @Override
  public void pause() {
    scraper.forget();
    cards.forget();
    machine.forget();
  }
}
