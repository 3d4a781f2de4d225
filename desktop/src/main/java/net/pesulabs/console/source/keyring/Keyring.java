package net.pesulabs.console.source.keyring;

import java.util.Optional;

/** The system's keyring. Each call may wait for the person to unlock it. */
interface Keyring {

  /** There is none on this computer, it stayed locked, or it does not work. */
  final class Unusable extends Exception {
    Unusable(Throwable cause) {
      // Its message, but not what it was about: libraries have put secrets into exceptions.
      super(cause.getClass().getSimpleName(), null, false, false);
    }
  }

  Optional<String> get(String name) throws Unusable;

  void put(String name, String secret) throws Unusable;

  void remove(String name) throws Unusable;
}
