package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server every few seconds whether it is there. A watch cannot tell: on a dead connection
 * it is as silent as in a quiet cluster. Belongs to one thread, but for {@link #close}.
 */
final class Heartbeat implements Subscription {

  /** What is done about what the heartbeat finds. */
  interface Listener {

    void beat(String version, Api.Head head);

    /**
     * The server has not answered.
     *
     * @return whether it is to be asked again at once, by another way
     */
    boolean silent(Message why);

    /** Connections may be dead without anybody having noticed: make new ones. */
    void distrust();
  }

  /** Where there is nowhere else to go. */
  static final Duration USUAL = Duration.ofSeconds(5);

  /** Where there is: soon enough to be there within five seconds. */
  static final Duration WITH_CHOICE = Duration.ofSeconds(2);

  /** While there is no way to the server: soon, so that the picture is right soon after. */
  private static final Duration WHILE_LOST = Duration.ofSeconds(1);

  private static final Duration SLEPT = Duration.ofSeconds(30);

  private static final Api.Request VERSION =
      new Api.Request("/version", Resource.JSON, "get", "/version", Api.Pace.BEAT);

  private final Api api;
  private final Listener listener;
  private final BooleanSupplier outdated;
  private final Duration interval;
  private final Pause pause;
  private final Clock clock;

  private volatile boolean closed;
  private volatile boolean again;
  private volatile Api.@Nullable Exchange open;
  private boolean lost;
  private @Nullable Instant expected;

  /**
   * A heartbeat.
   *
   * @param outdated asked while the server is not there: whether to look for it elsewhere
   */
  Heartbeat(
      Api api,
      Listener listener,
      BooleanSupplier outdated,
      Duration interval,
      Pause pause,
      Clock clock) {
    this.api = api;
    this.listener = listener;
    this.outdated = outdated;
    this.interval = interval;
    this.pause = pause;
    this.clock = clock;
  }

  /** Beats until closed, or until the server is to be looked for elsewhere. */
  void run() {
    while (!closed && !(lost && outdated.getAsBoolean())) {
      Duration wait = step();
      if (!closed) {
        pause.await(wait);
      }
    }
  }

  /** Asks anew at once: what is open goes by a way that was given up. */
  void again() {
    again = true;
    Api.Exchange now = open;
    if (now != null) {
      now.cut();
    }
    pause.end();
  }

  @Override
  public void close() {
    closed = true;
    Api.Exchange now = open;
    if (now != null) {
      now.cut();
    }
    pause.end();
  }

  /** One beat; returns how long to wait for the next. */
  Duration step() {
    Instant now = clock.instant();
    if (expected != null && Duration.between(expected, now).abs().compareTo(SLEPT) > 0) {
      listener.distrust(); // the computer slept, or its clock was set
    }
    Duration wait = interval;
    again = false;
    try {
      ask();
    } catch (IOException e) {
      if (again) {
        wait = Duration.ZERO; // it was us who broke it off
      } else if (!closed) {
        Trouble trouble = api.trouble(e);
        if (listener.silent(trouble.why())) {
          return Duration.ZERO;
        }
        lost = true;
        wait = trouble.kind() == Trouble.Kind.LINK ? WHILE_LOST : interval;
        wait = wait.compareTo(trouble.retryAfter()) < 0 ? trouble.retryAfter() : wait;
      }
    }
    expected = clock.instant().plus(wait);
    return wait;
  }

  private void ask() throws IOException {
    String[] version = {""};
    try (Api.Exchange exchange = api.exchange(VERSION)) {
      open = exchange;
      if (closed) {
        exchange.cut();
      }
      try (JsonParser in = Item.JSON.createParser(exchange.send())) {
        in.nextToken();
        if (in.currentToken() != null) {
          Fields.each(
              in,
              (field, value) -> {
                if (field.equals("gitVersion")) {
                  version[0] = Fields.textOrEmpty(value);
                }
              });
        }
        if (version[0].isEmpty()) {
          throw new JsonParseException(in, "no version");
        }
      }
      if (lost) {
        lost = false;
        listener.distrust();
      }
      listener.beat(version[0], exchange.head());
    }
  }
}
