package net.pesulabs.console.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The computer a figure was measured on, without which it means nothing. */
public final class Machine {

  private Machine() {}

  static OperatingSystemMXBean os() {
    return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  }

  /**
   * The computer, and how busy it is now.
   *
   * @param display whether there is a real window; else frames are drawn in memory
   */
  public static Map<String, @Nullable Object> describe(boolean display) {
    OperatingSystemMXBean os = os();
    var machine = new LinkedHashMap<String, @Nullable Object>();
    machine.put("cores", os.getAvailableProcessors());
    machine.put("os", os.getName() + " " + os.getVersion());
    machine.put("arch", os.getArch());
    machine.put("java", System.getProperty("java.vendor.version", Runtime.version().toString()));
    machine.put("memory_bytes", os.getTotalMemorySize());
    machine.put("heap_max_bytes", Runtime.getRuntime().maxMemory());
    machine.put("display", display ? "window" : "headless");
    machine.put("load_average", load());
    return machine;
  }

  /**
   * How many wanted a processor in the last minute, as a sign of who else is at work; null on
   * Windows.
   */
  public static @Nullable Double load() {
    double load = os().getSystemLoadAverage();
    return load < 0 ? null : (Double) (Math.round(load * 100) / 100.0);
  }
}
