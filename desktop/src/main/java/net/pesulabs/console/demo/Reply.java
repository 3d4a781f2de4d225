package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The raw stream of one reply: written by one thread, read by whoever follows it, from any byte on.
 * Safe for any thread.
 */
final class Reply {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Clock clock;
  private final Instant started;
  private @Nullable Instant completed;
  private boolean cancelled;

  Reply(Clock clock) {
    this.clock = clock;
    this.started = clock.instant();
  }

  synchronized void append(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    notifyAll();
  }

  synchronized void complete() {
    completed = clock.instant();
    notifyAll();
  }

  /** Nobody wants the rest. */
  synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  synchronized boolean isComplete() {
    return completed != null;
  }

  /** What there is after an offset; waits a while for something, and is empty if nothing comes. */
  @SuppressWarnings("WaitNotInLoop") // the callers ask again
  synchronized byte[] after(int offset, Duration atMost) throws InterruptedException {
    if (bytes.size() <= offset && completed == null && !cancelled) {
      wait(atMost.toMillis());
    }
    byte[] all = bytes.toByteArray();
    return Arrays.copyOfRange(all, Math.min(offset, all.length), all.length);
  }

  /** Whether there will be nothing after an offset. */
  synchronized boolean endsAt(int offset) {
    return (completed != null || cancelled) && offset >= bytes.size();
  }

  synchronized boolean isOlderThan(Instant moment) {
    return completed != null && completed.isBefore(moment);
  }

  /** As {@code /v1/streams/lookup} tells it. */
  synchronized ObjectNode toJson(String id) {
    return Json.object()
        .with("conversation_id", id)
        .with("is_done", completed != null)
        .with("total_bytes", bytes.size())
        .with("started_at", started.getEpochSecond())
        .with("completed_at", completed == null ? 0 : completed.getEpochSecond());
  }
}
