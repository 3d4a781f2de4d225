package net.pesulabs.console.source;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Attention;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a system again and again on a virtual thread, one question at a time: often while somebody
 * looks, seldom otherwise, and less and less often while it fails. It asks at once when somebody
 * starts to look. Closing it interrupts the question that is open.
 */
public final class Poller implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /** One question to a system. */
  @FunctionalInterface
  public interface Question {
    void ask() throws Failure, InterruptedException;
  }

  /**
   * How often to ask.
   *
   * @param afterFailures the wait after the first failure, the second and so on
   */
  public record Rhythm(Duration whileLookedAt, Duration otherwise, List<Duration> afterFailures) {

    /** For a system over the network. */
    public static Rhythm remote(Duration whileLookedAt, Duration otherwise) {
      return new Rhythm(whileLookedAt, otherwise, seconds(1, 2, 5, 15, 30));
    }

    /** For a program on this computer, where a question costs nobody else anything. */
    public static Rhythm local(Duration period) {
      return new Rhythm(period, period, seconds(1, 2, 5));
    }

    private static List<Duration> seconds(Integer... seconds) {
      return Stream.of(seconds).map(Duration::ofSeconds).toList();
    }
  }

  private final Source source;
  private final Attention<Source> attention;
  private final Rhythm rhythm;
  private final BackOff backOff;
  private final Question question;
  private final Consumer<Message> onFailure;
  private final Semaphore wake = new Semaphore(0);
  private final Subscription attentionFeed;
  private final Thread thread;
  private volatile boolean closed;

  private Poller(
      Source source,
      Attention<Source> attention,
      Rhythm rhythm,
      Question question,
      Consumer<Message> onFailure) {
    this.source = source;
    this.attention = attention;
    this.rhythm = rhythm;
    this.backOff =
        new BackOff(rhythm.afterFailures, () -> ThreadLocalRandom.current().nextDouble());
    this.question = question;
    this.onFailure = onFailure;
    this.attentionFeed =
        attention.onChange(changed -> {
          if (changed == source && attention.isOn(source)) {
            wake.release();
          }
        });
    this.thread = Thread.ofVirtual().name("source-" + source.id()).unstarted(this::run);
  }

  /**
   * Starts to ask, and returns.
   *
   * @param onFailure hears why a question had no answer, on the poller's thread
   */
  public static Poller start(
      Source source,
      Attention<Source> attention,
      Rhythm rhythm,
      Question question,
      Consumer<Message> onFailure) {
    var poller = new Poller(source, attention, rhythm, question, onFailure);
    poller.thread.start();
    return poller;
  }

  /** Ends the present wait, for instance because there is another way to the system. */
  public void askNow() {
    wake.release();
  }

  private void run() {
    try {
      while (!closed) {
        Duration wait = ask();
        if (wake.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("{}: closed", source);
    }
  }

  /** Asks once and says how long to wait before the next time. */
  private Duration ask() throws InterruptedException {
    try {
      question.ask();
      backOff.reset();
      return attention.isOn(source) ? rhythm.whileLookedAt : rhythm.otherwise;
    } catch (Failure e) {
      onFailure.accept(e.why());
    } catch (RuntimeException e) {
      // A mistake of ours must not leave an old figure looking live.
      LOG.error("{}: unexpected", source, e);
      onFailure.accept(Msg.failureUnexpected());
    }
    return backOff.next();
  }

  @Override
  public void close() {
    closed = true;
    attentionFeed.close();
    thread.interrupt();
  }
}
