package net.pesulabs.console.app;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Report;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code doctor}: the first broken hop to each system, for a terminal or a script. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Walk from this computer to each system, and name what is broken first and its fix."
            + " Exits 0 all in order, 1 a problem of what answers, 2 something unreachable.")
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand private Main main = new Main();

  @Option(names = "--json", description = "Print JSON (schema homelab-console/doctor/1).")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write a report for the admin, without passwords and names of people.")
  private @Nullable Path report;

  @Override
  public Integer call() throws InterruptedException {
    try (Session session = Session.open(main.options(), Clock.systemUTC())) {
      session.problem().ifPresent(text -> System.err.println(text.in(session.language())));
      Examination examination = DoctorWiring.examiner(session).examine(step -> {});
      if (report != null) {
        write(Report.markdown(examination, about(), session.language()), report);
      }
      System.out.print(
          json
              ? DoctorJson.write(examination, session.language())
              : DoctorText.write(examination, session.language(), isColourful()));
      System.out.flush();
      return switch (examination.verdict()) {
        case OK -> ExitCode.HEALTHY;
        case PROBLEM -> ExitCode.PROBLEMS;
        case UNREACHABLE, WALKING -> ExitCode.UNREACHABLE;
      };
    }
  }

  /** On a terminal, unless the person wants none (no-color.org). */
  private static boolean isColourful() {
    Console console = System.console();
    return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
  }

  static Report.About about() {
    return Report.About.here(new Main.Version().getVersion()[0]);
  }

  private static void write(String text, Path file) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError(
          Msg.doctorReportCannotWrite(file.toString(), String.valueOf(e.getMessage())));
    }
  }
}
