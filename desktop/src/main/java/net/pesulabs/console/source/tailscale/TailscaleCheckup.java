package net.pesulabs.console.source.tailscale;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import net.pesulabs.console.doctor.TailscaleProbe;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;

/** Asks {@code tailscale status --json} once, for the doctor. */
public final class TailscaleCheckup implements TailscaleProbe {

  private final String program;
  private final Supplier<List<Path>> candidates;
  private final Duration limit;
  private final Clock clock;

  /**
   * A checkup to come.
   *
   * @param program path of the tailscale program; empty to look for it
   */
  public TailscaleCheckup(String program, Clock clock) {
    this(program, TailscaleProgram::candidates, Duration.ofSeconds(5), clock);
  }

  TailscaleCheckup(String program, Supplier<List<Path>> candidates, Duration limit, Clock clock) {
    this.program = program;
    this.candidates = candidates;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public Sight look() throws InterruptedException {
    try {
      Path found = TailscaleProgram.find(program, candidates.get());
      Command.Output output = new Command(found, List.of("status", "--json"), limit).run();
      return Sight.of(TailnetSource.tailnet(output, clock.instant()));
    } catch (Failure e) {
      return Sight.of(trouble(e), e.why());
    }
  }

  private static Trouble trouble(Failure failure) {
    return switch (failure.kind()) {
      case NOT_FOUND -> Trouble.NOT_INSTALLED;
      case BAD_SETTING -> Trouble.BAD_PROGRAM;
      case TIMED_OUT -> Trouble.TOO_SLOW;
      default ->
          failure.why().equals(Msg.tailnetSourceNotRunning())
              ? Trouble.SERVICE_DOWN
              : failure.why().equals(Msg.tailnetSourceMacApp())
                  ? Trouble.MAC_APP
                  : Trouble.NOT_UNDERSTOOD;
    };
  }
}
