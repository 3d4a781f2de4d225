package net.pesulabs.console.demo;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Has the crowd change at a steady rate, until closed. Safe for any thread. */
final class Churn implements AutoCloseable {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Crowd crowd;
  private final Clock clock;
  private final Thread thread;
  private double rate;
  private long due; // when the next change is, in nanoseconds of System.nanoTime
  private long left = Long.MAX_VALUE;

  Churn(Crowd crowd, Clock clock, double rate) {
    this.crowd = crowd;
    this.clock = clock;
    set(rate);
    this.thread = Thread.ofVirtual().name("demo-churn").start(this::run);
  }

  /** So many changes a second from now on. */
  final synchronized void set(double changesPerSecond) {
    rate = changesPerSecond;
    left = Long.MAX_VALUE;
    due = System.nanoTime();
    notifyAll();
  }

  /** So many changes at this rate, then none; returns when they are done. */
  synchronized void burst(long count, double changesPerSecond) throws InterruptedException {
    set(changesPerSecond);
    left = crowd.changes() + count;
    while (rate > 0) {
      wait();
    }
  }

  private void run() {
    try {
      while (true) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private synchronized void step() throws InterruptedException {
    long now = System.nanoTime();
    if (rate <= 0) {
      wait();
    } else if (now < due) {
      TimeUnit.NANOSECONDS.timedWait(this, due - now);
    } else {
      long before = crowd.changes();
      crowd.change(clock.instant());
      long done = crowd.changes();
      due += (long) (SECOND / rate * Math.max(1, done - before));
      if (now - due > SECOND) {
        due = now; // what could not be kept up with is not made up for in one blow
      }
      if (done >= left) {
        rate = 0;
        notifyAll();
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
