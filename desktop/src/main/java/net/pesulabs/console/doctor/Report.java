package net.pesulabs.console.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * An examination as Markdown, to be sent to whoever runs the homelab: all of it, but for what is
 * nobody else's business.
 */
public final class Report {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX");

  /**
   * What the report is about, beside the examination.
   *
   * @param program its name and version
   * @param system name, version and architecture
   * @param java its version
   * @param names that must not be in it: of the person, of the home folder
   */
  public record About(String program, String system, String java, List<String> names) {

    /** Of this program on this computer. */
    public static About here(String program) {
      return new About(
          program,
          String.join(
              " ",
              System.getProperty("os.name", "–"),
              System.getProperty("os.version", "–"),
              System.getProperty("os.arch", "–")),
          System.getProperty("java.runtime.version", "–"),
          List.of(System.getProperty("user.home", ""), System.getProperty("user.name", "")));
    }
  }

  private final Examination examination;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private Report(Examination examination, Language language) {
    this.examination = examination;
    this.language = language;
  }

  /** The report, with lines ended as on Unix. */
  public static String markdown(Examination examination, About about, Language language) {
    var report = new Report(examination, language);
    report.head(about);
    examination.paths().forEach(report::path);
    return new Redactor(about.names()).redact(report.out.toString());
  }

  private void head(About about) {
    line("# " + say(Msg.doctorReportTitle()));
    line("");
    fact(Msg.doctorReportVersion(), about.program());
    fact(Msg.doctorReportSystem(), about.system());
    fact(Msg.doctorReportJava(), about.java());
    fact(Msg.doctorReportBegan(), TIME.format(examination.begun().atZone(ZoneId.systemDefault())));
    Instant ended = examination.ended();
    if (ended != null) {
      Duration took = Duration.between(examination.begun(), ended);
      fact(Msg.doctorReportLasted(), say(Quantity.number(took.toMillis() / 1000.0, 1)) + " s");
    }
    line("");
    line(say(Msg.doctorReportPrivate()));
  }

  private void path(Path path) {
    line("");
    line("## " + say(path.target().title()) + " – " + say(Words.state(path.state())));
    line("");
    for (Hop hop : path.hops()) {
      line(
          "- %s **%s** (`%s`): %s"
              .formatted(
                  Words.sign(hop.state()), say(hop.id().title()), hop.id().id(), say(hop.text())));
    }
    path.notes().forEach(note -> line("- " + say(Msg.doctorReportNote()) + ": " + say(note)));
    path.firstBroken().ifPresent(this::fix);
  }

  private void fix(Hop hop) {
    line("");
    line(say(Msg.doctorReportFirst()) + ": **" + say(hop.text()) + "**");
    Fix fix = hop.fix();
    if (fix == null) {
      return;
    }
    line("");
    line(say(Msg.doctorReportFix()) + ": " + say(fix.who().title()) + " " + say(fix.how()));
    for (Fix.Command command : fix.commands()) {
      line("");
      line(say(command.where()));
      line("");
      line("```");
      line(command.lines());
      line("```");
    }
  }

  private void fact(Message name, String value) {
    line("- " + say(name) + ": " + value);
  }

  private String say(Localized text) {
    return text.in(language);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
