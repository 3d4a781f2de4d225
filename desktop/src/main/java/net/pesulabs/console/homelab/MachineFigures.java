package net.pesulabs.console.homelab;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine does besides what its graphics cards do. Null and an empty list are what was not
 * told.
 *
 * @param cpuPercent of all its processors together, 0 to 100, since the scrape before
 * @param cpus how many logical processors
 * @param load1 how many programs ran or waited to, in the mean of the last minute
 * @param disks its file systems that keep data; each once, where it is mounted first
 * @param links its network interfaces that lead somewhere
 * @param temperatures of parts that are no graphics card
 * @param bootedAt when it was started
 */
public record MachineFigures(
    @Nullable Double cpuPercent,
    @Nullable Integer cpus,
    @Nullable Double load1,
    @Nullable Memory memory,
    List<Disk> disks,
    List<Link> links,
    List<Temperature> temperatures,
    @Nullable Instant bootedAt) {

  /** Of a machine that tells nothing of itself. */
  public static final MachineFigures UNKNOWN =
      new MachineFigures(null, null, null, null, List.of(), List.of(), List.of(), null);

  /**
   * What the machine's programs work in.
   *
   * @param availableBytes what can be given to programs without swapping, as the kernel estimates
   */
  public record Memory(long availableBytes, long totalBytes) {
    public long usedBytes() {
      return totalBytes - availableBytes;
    }
  }

  /**
   * A file system.
   *
   * @param mount where it is mounted, such as {@code /}
   * @param availableBytes what ordinary programs may still write
   */
  public record Disk(String mount, String device, long availableBytes, long totalBytes) {
    public double usedPercent() {
      return 100.0 * (totalBytes - availableBytes) / totalBytes;
    }
  }

  /** A network interface and what goes through it, since the scrape before. */
  public record Link(
      String device,
      @Nullable Double receivedBytesPerSecond,
      @Nullable Double sentBytesPerSecond) {}

  /**
   * A temperature.
   *
   * @param part what is so warm, as its driver calls it, such as {@code k10temp Tctl}
   * @param processor whether it is the machine's processor
   */
  public record Temperature(
      String part, boolean processor, double celsius, @Nullable Double limitCelsius) {}

  public MachineFigures {
    disks = List.copyOf(disks);
    links = List.copyOf(links);
    temperatures = List.copyOf(temperatures);
  }

  /** Of a machine that tells of its memory only. */
  public static MachineFigures of(@Nullable Memory memory) {
    return new MachineFigures(null, null, null, memory, List.of(), List.of(), List.of(), null);
  }
}
