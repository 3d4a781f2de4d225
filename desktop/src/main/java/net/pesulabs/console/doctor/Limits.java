package net.pesulabs.console.doctor;

import java.time.Duration;

/**
 * How long each hop may take. The longest way with nothing but silence on it, Tailscale's and then
 * a port's, stays within {@link Doctor#WHOLE}.
 */
final class Limits {

  static final Duration SETTINGS = Duration.ofSeconds(3);
  static final Duration LOCAL = Duration.ofSeconds(2);

  /** The program itself tries a dead service for up to five seconds. */
  static final Duration TAILSCALE = Duration.ofMillis(5500);

  static final Duration DNS = Duration.ofSeconds(3);
  static final Duration PORT = Duration.ofMillis(2500);

  /** A little more than what is asked of the socket, so that the socket tells and not the clock. */
  static final Duration SLACK = Duration.ofMillis(500);

  static final Duration TLS = Duration.ofSeconds(3);
  static final Duration ANSWER = Duration.ofSeconds(4);

  private Limits() {}
}
