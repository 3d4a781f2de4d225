package net.pesulabs.console.health;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why an image could not be fetched, as containerd words it: {@code failed to pull and unpack image
 * "…": failed to resolve reference "…": …}. See <a
 * href="https://github.com/containerd/containerd/blob/main/core/remotes/docker/resolver.go">
 * resolver.go</a>. In the order in which they are looked for: a registry that cannot be reached is
 * "not found" too, and one that limits may say "denied".
 */
enum PullError {
  RATE_LIMITED("toomanyrequests", "429 Too Many", "rate limit"),
  WRONG_PLATFORM("no match for platform", "exec format error"),
  UNREACHABLE(
      "dial tcp",
      "no such host",
      "i/o timeout",
      "connection refused",
      "connection reset",
      "TLS handshake",
      "x509:",
      "server gave HTTP response to HTTPS client",
      "deadline exceeded",
      "Client.Timeout",
      "no route to host",
      "network is unreachable",
      "server misbehaving",
      "unexpected EOF",
      "500 Internal Server Error",
      "502 Bad Gateway",
      "503 Service Unavailable",
      "504 Gateway Timeout"),
  /** The registry does not tell the two apart, so that nobody can find out what is private. */
  MISSING_OR_PRIVATE("repository does not exist or may require", "insufficient_scope"),
  NO_CREDENTIALS(
      "unauthorized",
      "401 Unauthorized",
      "403 Forbidden",
      "no basic auth credentials",
      "denied",
      "failed to fetch anonymous token",
      "authentication required"),
  NAME_WRONG(
      "not found",
      "manifest unknown",
      "name unknown",
      "invalid reference format",
      "couldn't parse image",
      "InvalidImageName",
      "repository name must be"),
  NEVER_PULLED("pull policy of Never", "ErrImageNeverPull"),
  OTHER;

  private final Pattern words;

  PullError(String... words) {
    this.words =
        Pattern.compile(
            String.join("|", List.of(words).stream().map(Pattern::quote).toList()),
            Pattern.CASE_INSENSITIVE);
  }

  static PullError of(String message) {
    for (PullError error : values()) {
      if (error != OTHER && error.words.matcher(message).find()) {
        return error;
      }
    }
    return OTHER;
  }
}
