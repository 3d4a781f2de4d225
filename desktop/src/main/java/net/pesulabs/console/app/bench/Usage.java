package net.pesulabs.console.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used, up to a moment or between two.
 *
 * @param seconds of wall time
 * @param cpuSeconds of all its threads
 * @param allocatedMib on the heap
 */
public record Usage(double seconds, double cpuSeconds, double allocatedMib) {

  public static Usage now() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return new Usage(
        System.nanoTime() / 1e9,
        Machine.os().getProcessCpuTime() / 1e9,
        threads.getTotalThreadAllocatedBytes() / (1024.0 * 1024));
  }

  public Usage since(Usage before) {
    return new Usage(
        seconds - before.seconds,
        cpuSeconds - before.cpuSeconds,
        allocatedMib - before.allocatedMib);
  }

  /** Of one core: more than 100 where several were used. */
  public double cpuPercent() {
    return 100 * cpuSeconds / seconds;
  }

  public double allocatedMibPerSecond() {
    return allocatedMib / seconds;
  }
}
