package net.pesulabs.console.app;

import java.util.Arrays;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Fix;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.HopId;
import net.pesulabs.console.doctor.Path;
import net.pesulabs.console.doctor.Words;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/** {@code doctor} for a terminal: one block a path, its hops in a column, the cure beneath. */
final class DoctorText {

  /** SGR parameters of ECMA-48; the sign says the same without them. */
  private static final String GREEN = "32";

  private static final String RED = "31;1";
  private static final String YELLOW = "33";
  private static final String FAINT = "2";

  private final Language language;
  private final boolean colour;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private DoctorText(Language language, boolean colour) {
    this.language = language;
    this.colour = colour;
    this.width =
        Arrays.stream(HopId.values()).mapToInt(id -> say(id.title()).length()).max().orElse(0);
  }

  /**
   * The text.
   *
   * @param colour whether it goes to a terminal
   */
  static String write(Examination examination, Language language, boolean colour) {
    var text = new DoctorText(language, colour);
    examination.paths().forEach(text::path);
    text.line(text.say(Words.side(examination)) + " " + text.say(Words.verdict(examination)));
    return text.out.toString();
  }

  private void path(Path path) {
    String address = path.address().isEmpty() ? "" : " (" + path.address() + ")";
    line(
        paint(colourOf(path.state()), Words.sign(path.state()))
            + " "
            + say(path.target().title())
            + address
            + ": "
            + say(Words.state(path.state())));
    for (Hop hop : path.hops()) {
      String name = say(hop.id().title());
      line(
          "  %s %s%s  %s"
              .formatted(
                  paint(colourOf(hop.state()), Words.sign(hop.state())),
                  name,
                  " ".repeat(width - name.length()),
                  say(hop.text())));
      if (hop.fix() != null) {
        fix(hop.fix());
      }
    }
    path.notes().forEach(note -> line("  · " + say(note)));
    line("");
  }

  private void fix(Fix fix) {
    line("");
    line("      " + say(fix.who().title()) + " " + say(fix.how()));
    for (Fix.Command command : fix.commands()) {
      line("      " + say(command.where()));
      command.lines().lines().forEach(each -> line("          " + each));
    }
    line("");
  }

  private static @Nullable String colourOf(Hop.State state) {
    return switch (state) {
      case OK -> GREEN;
      case BROKEN -> RED;
      case UNKNOWN -> YELLOW;
      case SKIPPED -> FAINT;
    };
  }

  private static @Nullable String colourOf(Path.State state) {
    return switch (state) {
      case OK -> GREEN;
      case BROKEN -> RED;
      case UNKNOWN -> YELLOW;
      case WALKING, NOT_SET_UP -> FAINT;
    };
  }

  private String paint(@Nullable String sgr, String text) {
    return colour && sgr != null ? "\u001b[" + sgr + "m" + text + "\u001b[0m" : text;
  }

  private String say(Localized text) {
    return text.in(language);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
