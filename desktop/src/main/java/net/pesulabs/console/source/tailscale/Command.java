package net.pesulabs.console.source.tailscale;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Failure;

/**
 * Runs a program that only tells something: no shell, no input, both outputs read while it runs,
 * and an end put to it after a time.
 */
final class Command {

  /** Far above any tailnet; the rest of more is read and thrown away. */
  private static final int MOST_BYTES = 16 << 20;

  /** What the program wrote. Its exit code says nothing and is not kept. */
  record Output(String out, String err) {}

  private final List<String> words;
  private final Duration limit;

  Command(Path program, List<String> arguments, Duration limit) {
    this.words = Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
    this.limit = limit;
  }

  /**
   * Runs it to its end.
   *
   * @throws Failure if it does not start, or not end in time
   * @throws InterruptedException if the thread was interrupted; the program is ended
   */
  Output run() throws Failure, InterruptedException {
    Process process = start();
    try {
      CompletableFuture<String> out = drain(process.getInputStream());
      CompletableFuture<String> err = drain(process.getErrorStream());
      long deadline = System.nanoTime() + limit.toNanos();
      boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        throw tooSlow();
      }
      return new Output(await(out, deadline), await(err, deadline));
    } finally {
      // Its children first, which would hold its outputs open.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws Failure {
    var builder = new ProcessBuilder(words);
    // Without these the macOS app starts its window instead (tailscale issues 16063 and 7140).
    builder.environment().put("TERM", "dumb");
    builder.environment().put("TAILSCALE_BE_CLI", "1");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new Failure(Failure.Kind.BAD_SETTING, Msg.tailnetSourceCannotStart(words.getFirst()));
    }
  }

  private String await(CompletableFuture<String> text, long deadline)
      throws Failure, InterruptedException {
    try {
      return text.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw tooSlow(); // a child of its own keeps the output open
    } catch (ExecutionException e) {
      throw new Failure(Failure.Kind.CUT_OFF, Msg.tailnetSourceNotUnderstood());
    }
  }

  private Failure tooSlow() {
    return new Failure(Failure.Kind.TIMED_OUT, Msg.tailnetSourceTooSlow(Quantity.duration(limit)));
  }

  private static CompletableFuture<String> drain(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .name("command-output")
        .start(() -> {
          try (stream) {
            byte[] bytes = stream.readNBytes(MOST_BYTES);
            stream.transferTo(OutputStream.nullOutputStream());
            text.complete(new String(bytes, StandardCharsets.UTF_8));
          } catch (IOException e) {
            text.completeExceptionally(e);
          }
        });
    return text;
  }
}
