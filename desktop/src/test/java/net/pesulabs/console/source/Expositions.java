package net.pesulabs.console.source;

import java.util.List;

/** Real expositions of any length. */
public final class Expositions {

  private Expositions() {}

  /** A real page, and as many more processors as it takes for so many lines. */
  public static String ofLines(int lines) {
    String real = Captures.text("node/node_exporter-1.11.1-full.prom");
    var text = new StringBuilder(real);
    List<String> processors = real.lines().filter(line -> line.contains("cpu=\"0\"")).toList();
    int count = (int) real.lines().count();
    for (int cpu = 1000; count < lines; cpu++) {
      for (String line : processors) {
        if (count++ < lines) {
          text.append(line.replace("cpu=\"0\"", "cpu=\"" + cpu + "\"")).append('\n');
        }
      }
    }
    return text.toString();
  }
}
