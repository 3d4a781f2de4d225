package net.pesulabs.console.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one reading for one source. Once closed it writes no more, so that a source that was
 * replaced cannot speak over its successor.
 */
public final class Reporter<T> implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

  private final Cell<Reading<T>> cell;
  private Origin origin;
  private final Clock clock;
  private boolean closed;

  /** Begins anew: what another address said is no stale value of this one. */
  public Reporter(Cell<Reading<T>> cell, Origin origin, Clock clock) {
    this.cell = cell;
    this.origin = origin;
    this.clock = clock;
    cell.set(new Reading.Unknown<>(origin, Msg.readingWaiting()));
  }

  /** What is said from now on came by this way. */
  public synchronized void by(Origin way) {
    origin = way;
    if (!closed && cell.get() instanceof Reading.Unknown<T> unknown) {
      cell.set(new Reading.Unknown<>(way, unknown.why()));
    }
  }

  /** The system said this just now. */
  public void heard(T value) {
    heard(value, clock.instant());
  }

  /** The system said this at a moment that is not long ago. */
  public synchronized void heard(T value, Instant at) {
    if (closed) {
      return;
    }
    if (!cell.get().isLive()) {
      LOG.info("{}: live", origin.source());
    }
    cell.set(new Reading.Live<>(value, origin, at));
  }

  /** This is the last that is known of the system, and it is old. */
  public synchronized void old(T value, Instant at, Message why) {
    if (!closed) {
      cell.set(new Reading.Stale<>(value, origin, at, why));
    }
  }

  /** The system cannot be heard; the last value stays, and so does its age. */
  public synchronized void lost(Message why) {
    if (!closed) {
      if (!cell.get().problem().equals(Optional.of(why))) {
        LOG.info("{}: {}", origin.source(), why.in(Language.EN));
      }
      cell.update(reading -> reading.lost(why));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
