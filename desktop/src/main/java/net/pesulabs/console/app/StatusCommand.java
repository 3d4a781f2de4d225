package net.pesulabs.console.app;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code status}: the health of everything, for a terminal or a script. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Print the health of everything. Exits 0 healthy, 1 problems, 2 unreachable.")
final class StatusCommand implements Callable<Integer> {

  /** Longer than any source takes to find out that it cannot be reached. */
  private static final Duration LIMIT = Duration.ofSeconds(12);

  private static final Duration EVERY = Duration.ofSeconds(2);

  @ParentCommand private Main main = new Main();

  @Option(names = "--json", description = "Print JSON (schema homelab-console/status/1).")
  private boolean json;

  @Option(names = "--watch", description = "Print again every 2 seconds, until stopped.")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    try (Session session = Session.open(main.options(), Clock.systemUTC())) {
      session.problem().ifPresent(text -> System.err.println(text.in(session.language())));
      session.wiring().connect();
      Awaiting.firstAnswers(session.wiring().homelab(), session.clock(), LIMIT);
      int code = print(session);
      while (watch) {
        Thread.sleep(EVERY);
        code = print(session);
      }
      return code;
    }
  }

  private int print(Session session) {
    var status = Status.of(session);
    System.out.print(json ? StatusJson.write(status) : StatusText.write(status));
    System.out.flush();
    return status.verdict().exitCode();
  }
}
