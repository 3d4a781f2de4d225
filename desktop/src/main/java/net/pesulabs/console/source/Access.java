package net.pesulabs.console.source;

import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import okhttp3.HttpUrl;

/** How a system is asked over HTTP, whichever way leads there now. Safe for any thread. */
public interface Access extends Subscription {

  /** What is asked of a system. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Http http, HttpUrl url) throws Failure;
  }

  /** The way in use. */
  Origin origin();

  /**
   * The way in use, for those who ask over connections of their own.
   *
   * @throws Failure where it is no address, or leads through what is not there
   */
  Entry entry() throws Failure;

  /** Asks by the way in use, and by the next where that one is given up meanwhile. */
  <T> T ask(Question<T> question) throws Failure, InterruptedException;

  /** Hears that another way came into use. */
  Subscription onMove(Runnable listener);

  /** A system with one address, which is asked and never tried. */
  static Access direct(Source system, String url) {
    return new DirectAccess(system, url);
  }
}
