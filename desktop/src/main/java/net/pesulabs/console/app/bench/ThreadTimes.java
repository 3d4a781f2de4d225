package net.pesulabs.console.app.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The processor time of this process by what its threads are for, as Linux tells it
 * (proc_pid_task(5)). Virtual threads run on threads of a pool of their own.
 */
public final class ThreadTimes {

  private static final double TICKS_PER_SECOND = 100; // what USER_HZ is on all that Java 25 runs on
  private static final int USER_TICKS = 11; // of the fields behind the name
  private static final int SYSTEM_TICKS = 12;

  /** What a thread is for. */
  public enum Group {
    UI,
    RENDERER,
    SOURCES,
    COMPILER,
    OTHER;

    static Group of(String name) {
      if (name.startsWith("JavaFX")) {
        return UI;
      }
      if (name.startsWith("Quantum") || name.startsWith("Prism")) {
        return RENDERER;
      }
      if (name.startsWith("ForkJoinPool") || name.startsWith("OkHttp")) {
        return SOURCES;
      }
      return name.startsWith("C1 ") || name.startsWith("C2 ") ? COMPILER : OTHER;
    }
  }

  private ThreadTimes() {}

  /** Seconds until now; empty on other systems. */
  public static Map<Group, Double> now() {
    var times = new EnumMap<Group, Double>(Group.class);
    Path tasks = Path.of("/proc/self/task");
    if (!Files.isDirectory(tasks)) {
      return times;
    }
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        add(times, thread.resolve("stat"));
      }
    } catch (IOException e) {
      return Map.of(); // not told after all
    }
    return times;
  }

  private static void add(Map<Group, Double> times, Path stat) throws IOException {
    if (!Files.exists(stat)) {
      return; // over meanwhile
    }
    String line = Files.readString(stat);
    int behind = line.lastIndexOf(')');
    String[] fields = line.substring(behind + 2).split(" ");
    double ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    times.merge(
        Group.of(line.substring(line.indexOf('(') + 1, behind)),
        ticks / TICKS_PER_SECOND,
        Double::sum);
  }
}
