package net.pesulabs.console.doctor;

import java.util.Locale;

/** The system of this computer, as far as commands differ. */
public enum Os {
  LINUX,
  WINDOWS,
  MACOS;

  public static Os current() {
    return of(System.getProperty("os.name", ""));
  }

  static Os of(String name) {
    String os = name.toLowerCase(Locale.ROOT);
    return os.contains("windows") ? WINDOWS : os.contains("mac") ? MACOS : LINUX;
  }
}
