package net.pesulabs.console.source.reach;

import java.time.Duration;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.source.Access.Question;
import net.pesulabs.console.source.Entry;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;

/**
 * One small question, to which only the right system has the right answer. Plain HTTP has no other
 * identity, and in somebody else's network anything may answer at a private address.
 */
final class HttpKnock implements Knock.Attempt {

  /** Finds the entry when the attempt begins. */
  @FunctionalInterface
  interface Door {
    Entry open() throws Failure;
  }

  private final Door door;
  private final Question<?> question;
  private final Duration limit;
  private boolean closed;
  private Http http = new Http();

  HttpKnock(Door door, Question<?> question, Duration limit) {
    this.door = door;
    this.question = question;
    this.limit = limit;
  }

  @Override
  public Duration await() throws Failure {
    Entry entry = door.open();
    var timer = new ConnectTimer();
    Http own = new Http(entry.client().newBuilder().eventListener(timer).build(), limit, limit);
    synchronized (this) {
      if (closed) {
        own.close();
      }
      http = own;
    }
    try (own) {
      long began = System.nanoTime();
      question.ask(own, entry.url());
      // The connection that is opened there is the API server's, and only the first stretch.
      return entry.origin().route() == Route.API_PROXY
          ? Duration.ofNanos(System.nanoTime() - began)
          : timer.taken();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    http.close();
  }
}
