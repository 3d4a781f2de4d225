package net.pesulabs.console.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The program. Without a command it opens the window. */
@Command(
    name = "homelab-console",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "See and run your homelab. / Mira y maneja tu homelab.",
    subcommands = {
      StatusCommand.class,
      DoctorCommand.class,
      TourCommand.class,
      BenchCommand.class,
      PretendCommand.class
    })
public final class Main implements Callable<Integer> {

  @Mixin private Options options = new Options();

  public static void main(String[] args) {
    System.setProperty("homelab.console.log", logFile().toString()); // for logback.xml
    System.exit(run(args));
  }

  static int run(String... args) {
    var main = new Main();
    var line = new CommandLine(main);
    line.getCommandSpec().usageMessage().autoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.setProperty("FAULTS", FaultNames.joined()); // picocli fills it into the help text
    line.setParameterExceptionHandler((e, given) -> badUsage(e));
    line.setExecutionExceptionHandler((e, failed, parsed) -> failed(main, e));
    return line.execute(args);
  }

  private static Path logFile() {
    return DataFolder.find().resolve("log").resolve("console.log");
  }

  /** picocli says in English what was wrong with the words; the rest is ours. */
  private static int badUsage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(Msg.cliBadUsage(String.valueOf(e.getMessage())).in(Language.ofSystem()));
    return ExitCode.USAGE;
  }

  private static int failed(Main main, Exception e) throws Exception {
    if (e instanceof UserError error) {
      return say(error.text(), main.language(), ExitCode.USAGE);
    }
    LoggerFactory.getLogger(Main.class).error("the command failed", e);
    return say(
        Msg.cliFailed(String.valueOf(e.getMessage()), logFile().toString()),
        main.language(),
        ExitCode.UNAVAILABLE);
  }

  static int say(Message text, Language language, int exitCode) {
    System.err.println(text.in(language));
    return exitCode;
  }

  /** The language to complain in: the one asked for, where that is one we speak. */
  Language language() {
    @Nullable String asked = options.lang;
    return asked == null ? Language.ofSystem() : Language.ofCode(asked).orElse(Language.ofSystem());
  }

  Options options() {
    return options;
  }

  @Override
  public Integer call() throws InterruptedException, java.io.IOException {
    var missing = TextLibraries.missing();
    if (missing.isPresent()) {
      return say(missing.get(), language(), ExitCode.UNAVAILABLE);
    }
    if (Display.isThere()) {
      Session session = Session.open(options, Clock.systemUTC());
      return ConsoleWindow.runUntilClosed(session);
    }
    return options.demo
        ? new Walkthrough(options).run()
        : say(Msg.cliNoDisplay(), language(), ExitCode.UNAVAILABLE);
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Homelab Console " + (version == null ? "(development)" : version)};
    }
  }
}
