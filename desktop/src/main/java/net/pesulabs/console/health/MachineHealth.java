package net.pesulabs.console.health;

import java.util.List;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.homelab.MachineFigures.Temperature;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** What a machine's own figures mean. */
public final class MachineHealth {

  static final String DISK = "disk-nearly-full";

  private static final double NEARLY_FULL_PERCENT = 90;

  /** Found once, it stays until somebody made room. */
  private static final double STILL_NEARLY_FULL_PERCENT = 89;

  private static final double FULL_PERCENT = 98;
  private static final double HOT_WITHIN_CELSIUS = 5;

  private MachineHealth() {}

  public static Severity of(Disk disk) {
    return severity(disk.usedPercent(), NEARLY_FULL_PERCENT);
  }

  /** Fine also where no limit is told. */
  public static Severity of(Temperature temperature) {
    Double limit = temperature.limitCelsius();
    return limit != null && temperature.celsius() >= limit - HOT_WITHIN_CELSIUS
        ? Severity.WARNING
        : Severity.FINE;
  }

  /**
   * Of one disk.
   *
   * @param held whether it was found nearly full a moment ago
   */
  static List<Diagnosis> diagnose(Disk disk, boolean held) {
    Severity severity =
        severity(disk.usedPercent(), held ? STILL_NEARLY_FULL_PERCENT : NEARLY_FULL_PERCENT);
    return severity == Severity.FINE
        ? List.of()
        : List.of(
            Diagnosis.of(
                DISK,
                severity,
                Msg.gpuStatesDiskFound(
                    disk.mount(),
                    Quantity.percent(disk.usedPercent()),
                    Quantity.bytes(disk.availableBytes())),
                Msg.gpuStatesDiskAdvice(disk.mount()),
                List.of(
                    "mountpoint=" + disk.mount(),
                    "device=" + disk.device(),
                    "avail_bytes=" + disk.availableBytes(),
                    "size_bytes=" + disk.totalBytes()),
                null));
  }

  private static Severity severity(double percent, double from) {
    return percent >= FULL_PERCENT
        ? Severity.CRITICAL
        : percent > from ? Severity.WARNING : Severity.FINE;
  }
}
