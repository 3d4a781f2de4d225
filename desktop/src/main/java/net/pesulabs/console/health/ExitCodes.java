package net.pesulabs.console.health;

import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * What the exit code of a program means, where it means something: those of POSIX shells (<a
 * href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02">
 * 2.8.2</a>), above 128 with the number of the signal that ended it.
 */
final class ExitCodes {

  private static final int SIGNALS = 128;
  private static final int LAST_SIGNAL = 64;

  private ExitCodes() {}

  static Message meaning(int code) {
    return switch (code) {
      case 0 -> Msg.exitEnded();
      case 1 -> Msg.exitError();
      case 2 -> Msg.exitUsage();
      case 126 -> Msg.exitNotExecutable();
      case 127 -> Msg.exitNotFound();
      case 128 -> Msg.exitNotStarted(); // the kubelet's for StartError
      case SIGNALS + 4 -> Msg.exitIllegalInstruction();
      case SIGNALS + 6 -> Msg.exitAborted();
      case SIGNALS + 9 -> Msg.exitKilled();
      case SIGNALS + 11 -> Msg.exitSegmentation();
      case SIGNALS + 15 -> Msg.exitAskedToStop();
      default ->
          code > SIGNALS && code <= SIGNALS + LAST_SIGNAL
              ? Msg.exitSignal(code - SIGNALS)
              : Msg.exitOwn();
    };
  }
}
