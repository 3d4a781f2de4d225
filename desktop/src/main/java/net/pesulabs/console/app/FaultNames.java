package net.pesulabs.console.app;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.pesulabs.console.demo.Fault;

/** The names {@code --fault} takes. */
final class FaultNames {

  private FaultNames() {}

  static String joined() {
    return Arrays.stream(Fault.values()).map(Fault::id).collect(Collectors.joining(", "));
  }
}
