package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * What mends a broken hop.
 *
 * @param who can do it
 * @param how in one or two sentences
 * @param commands to copy, in order; empty where no command helps
 */
public record Fix(Healer who, Message how, List<Command> commands) {

  /** Who can do something about it. */
  public enum Healer {
    YOU(Msg.doctorWhoYou()),
    ADMIN(Msg.doctorWhoAdmin()),
    SOMEBODY_AT_HOME(Msg.doctorWhoHome()),
    /** Nobody has to: it passes by itself. */
    TIME(Msg.doctorWhoTime());

    private final Message title;

    Healer(Message title) {
      this.title = title;
    }

    public Message title() {
      return title;
    }
  }

  /**
   * Lines to copy as they are.
   *
   * @param where they are to be run
   */
  public record Command(Message where, String lines) {}

  public Fix {
    commands = List.copyOf(commands);
  }

  /** All of it as lines of text. */
  public String in(Language language) {
    var text = new StringBuilder(who.title().in(language)).append(' ').append(how.in(language));
    for (Command command : commands) {
      text.append('\n').append(command.where().in(language)).append('\n').append(command.lines());
    }
    return text.toString();
  }
}
