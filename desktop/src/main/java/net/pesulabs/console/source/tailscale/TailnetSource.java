package net.pesulabs.console.source.tailscale;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Json;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Reporter;

/**
 * Keeps {@link LiveHomelab#tailnet()} up with {@code tailscale status --json}, every five seconds.
 * It runs nothing that changes anything, and what the program wrote is never logged: it may hold a
 * login address.
 */
public final class TailnetSource implements Subscription {

  private static final String COMMAND = "tailscale status --json";

  /** The program itself tries a dead service for up to five seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final String program;
  private final Supplier<List<Path>> candidates;
  private final Duration limit;
  private final Clock clock;
  private final Reporter<Tailnet> reporter;

  private TailnetSource(
      String program,
      Supplier<List<Path>> candidates,
      Duration limit,
      LiveHomelab homelab,
      Clock clock) {
    this.program = program;
    this.candidates = candidates;
    this.limit = limit;
    this.clock = clock;
    this.reporter =
        new Reporter<>(homelab.tailnet(), new Origin(Source.TAILNET, Route.LOCAL, COMMAND), clock);
  }

  /**
   * Starts to ask, and returns at once.
   *
   * @param program path of the tailscale program; empty to look for it
   */
  public static Subscription start(String program, LiveHomelab homelab, Clock clock) {
    return start(program, TailscaleProgram::candidates, LIMIT, homelab, clock);
  }

  static Subscription start(
      String program,
      Supplier<List<Path>> candidates,
      Duration limit,
      LiveHomelab homelab,
      Clock clock) {
    var source = new TailnetSource(program, candidates, limit, homelab, clock);
    Poller poller =
        Poller.start(
            Source.TAILNET,
            homelab.attention(),
            Poller.Rhythm.local(PERIOD),
            source::ask,
            source.reporter::lost);
    return () -> {
      source.close();
      poller.close();
    };
  }

  private void ask() throws Failure, InterruptedException {
    Path found = TailscaleProgram.find(program, candidates.get());
    Command.Output output = new Command(found, List.of("status", "--json"), limit).run();
    reporter.heard(tailnet(output, clock.instant()));
  }

  /** What the program's answer says, at {@code now}. */
  static Tailnet tailnet(Command.Output output, Instant now) throws Failure {
    Optional<JsonNode> status = Json.object(output.out());
    return status.isPresent()
        ? StatusReader.read(status.get(), now)
        : withoutJson(output.out() + "\n" + output.err());
  }

  /** What the program says in words, when it has no status to give. */
  private static Tailnet withoutJson(String words) throws Failure {
    String text = words.toLowerCase(Locale.ROOT);
    if (text.contains("401 unauthorized") && text.contains("server mode")) {
      // Windows, while another user is signed in (tailscale issue 5219).
      return new Tailnet(Tailnet.State.OTHER_USER, "", null, List.of(), List.of());
    }
    throw new Failure(
        Failure.Kind.UNAVAILABLE,
        text.contains("failed to connect to local tailscale")
            ? Msg.tailnetSourceNotRunning()
            : text.contains("clierror")
                ? Msg.tailnetSourceMacApp()
                : Msg.tailnetSourceNotUnderstood());
  }

  @Override
  public void close() {
    reporter.close();
  }
}
