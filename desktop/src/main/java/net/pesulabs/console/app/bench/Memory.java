package net.pesulabs.console.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The memory of processes, in MiB, as Linux tells it: proc_pid_status(5) and
 * proc_pid_clear_refs(5). Null on other systems.
 */
public final class Memory {

  private static final double KIB_PER_MIB = 1024;
  private static final double BYTES_PER_MIB = 1024 * 1024;

  private Memory() {}

  /** What a process holds in memory now; null where it is not told, or the process is over. */
  public static @Nullable Double resident(long pid) {
    return field(pid, "VmRSS:");
  }

  /** The most it ever held, or has held since {@link #forgetPeak}. */
  public static @Nullable Double peak(long pid) {
    return field(pid, "VmHWM:");
  }

  /** Begins a new peak for this process; false where the system does not know such a thing. */
  public static boolean forgetPeak() {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
      return true;
    } catch (IOException e) {
      return false; // not Linux, or not allowed: the caller then has no figure
    }
  }

  /** The live objects of this process: what is used right after a collection. */
  public static double liveHeap() {
    System.gc();
    return usedHeap();
  }

  public static double usedHeap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB;
  }

  private static @Nullable Double field(long pid, String name) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith(name)) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB;
        }
      }
    } catch (IOException e) {
      return null; // not Linux, or over
    }
    return null;
  }
}
