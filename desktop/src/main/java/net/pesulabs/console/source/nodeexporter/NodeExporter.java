package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Samples;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One machine's node_exporter, asked again and again: rates, states and what is spilled come from
 * successive answers. For one thread.
 */
public final class NodeExporter {

  private final Scraper scraper = new Scraper();
  private final Clock clock;
  private @Nullable GpuReader reader;
  private boolean cardsWork;

  /**
   * An exporter that was not asked yet.
   *
   * @param clock of this computer
   */
  public NodeExporter(Clock clock) {
    this.clock = clock;
  }

  /** What tells an exporter from anything else that answers there. */
  public static Access.Question<?> test() {
    return Scraper::test;
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
    GpuReader known = reader;
    // The first answer is to be whole, for it decides what an idle card is told from.
    boolean sensors = lookedAt || cardsWork || known == null;
    Samples samples = scraper.scrape(http, url, sensors);
    if (known == null) {
      known = new GpuReader(url.host(), clock);
      reader = known;
    }
    GpuNode node = known.read(samples, modelIdle, scraper.sensorsAnswer(samples, sensors));
    cardsWork = node.cards().stream().anyMatch(NodeExporter::works);
    return node;
  }

  /** After a failure: what comes next is not successive, and may be another exporter's. */
  public void forget() {
    scraper.forget();
    if (reader != null) {
      reader.forget();
    }
  }

  private static boolean works(Card card) {
    return card.state() == CardState.BUSY || card.state() == CardState.PHANTOM_BUSY;
  }
}
