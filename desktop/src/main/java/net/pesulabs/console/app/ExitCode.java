package net.pesulabs.console.app;

/** What the program says to a script. */
final class ExitCode {

  static final int HEALTHY = 0;
  static final int PROBLEMS = 1;
  static final int UNREACHABLE = 2;

  /** EX_USAGE of sysexits.h. */
  static final int USAGE = 64;

  /** EX_UNAVAILABLE of sysexits.h: this computer lacks something the program needs. */
  static final int UNAVAILABLE = 69;

  private ExitCode() {}
}
