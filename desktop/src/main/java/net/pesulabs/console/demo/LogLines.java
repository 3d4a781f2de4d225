package net.pesulabs.console.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The lines that one run of a container writes: a few at its start, then one every few seconds. */
final class LogLines {

  /** One line and when it was written. */
  record Line(Instant at, String text) {

    private static final DateTimeFormatter NANOS =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    /** As {@code timestamps=true} writes it, with nine decimals. */
    String stamp() {
      return NANOS.format(at);
    }
  }

  private static final List<String> CRASH =
      List.of(
          "Paperless-ngx docker container starting...",
          "Mapping UID and GID for paperless:paperless to 1000:1000",
          "Waiting for PostgreSQL to start...",
          "[ERROR] [paperless.db] could not translate host name \"postgres\" to address: Name or"
              + " service not known",
          "django.db.utils.OperationalError: could not translate host name \"postgres\" to address",
          "[CRITICAL] [paperless] Unable to connect to the database, giving up");

  private static final List<String> USUAL =
      List.of(
          "level=info msg=\"GET /healthz\" status=200 duration=1.2ms",
          "level=info msg=\"request done\" method=GET path=/api/status status=200 duration=8.4ms",
          "level=info msg=\"GET /healthz\" status=200 duration=0.9ms",
          "level=info msg=\"checked for updates\" found=0",
          "level=warn msg=\"slow query\" duration=512ms table=events",
          "level=info msg=\"GET /healthz\" status=200 duration=1.0ms",
          "level=info msg=\"saved state\" entries=148");

  private static final long MILLIS_BETWEEN_CRASH_LINES = 600;
  private static final long MILLIS_BETWEEN_LINES = 2000;

  private final String container;
  private final boolean crashes;
  private final Instant started;

  LogLines(String container, Pods.Temper temper, Instant started) {
    this.container = container;
    this.crashes = temper == Pods.Temper.CRASHES;
    this.started = started;
  }

  /** The lines after {@code after} up to {@code until}, the newest {@code atMost} of them. */
  List<Line> between(Instant after, Instant until, int atMost) {
    List<Line> lines = new ArrayList<>();
    long step = crashes ? MILLIS_BETWEEN_CRASH_LINES : MILLIS_BETWEEN_LINES;
    long last = Math.floorDiv(until.toEpochMilli() - started.toEpochMilli(), step);
    if (crashes) {
      last = Math.min(last, CRASH.size() - 1);
    }
    long first = Math.max(0, last - atMost + 1);
    for (long i = first; i <= last; i++) {
      Instant at = started.plusMillis(i * step).plusNanos(1000 * (i % 997) + 17);
      if (at.isAfter(after) && !at.isAfter(until)) {
        lines.add(new Line(at, text(i)));
      }
    }
    return lines;
  }

  private String text(long i) {
    if (crashes) {
      return CRASH.get((int) i);
    }
    return i == 0 ? container + " started" : USUAL.get((int) (i % USUAL.size()));
  }
}
