package net.pesulabs.console.source.nodeexporter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.MachineFigures.Link;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What successive scrapes of one machine tell of it besides its cards. A figure whose collector is
 * missing, failed, or was not asked, is not told. For one thread.
 */
final class MachineReader {

  /** What the kernel counts in hundredths of a second says little of less than this. */
  private static final double LEAST_SECONDS = 0.5;

  /** A clock that is set goes wrong by far more than an answer takes. */
  private static final double CLOCKS_DIFFER_SECONDS = 5;

  private static final Duration ANSWERS_TAKE = Duration.ofSeconds(10);
  private static final double SAME_BOOT_SECONDS = 3;
  private static final double MOST_UPTIME = Duration.ofDays(36_500).toSeconds();

  private final Clock clock;
  private final Processors processors = new Processors();
  private final Links links = new Links();
  private @Nullable Moment before;
  private @Nullable Double saidBoot;
  private @Nullable Instant bootedAt;
  private @Nullable Double cpuPercent;
  private List<Link> through = List.of();

  /**
   * When a scrape was.
   *
   * @param here by this computer's clock
   * @param there by the machine's, in seconds since 1970; null where not told
   */
  private record Moment(Instant here, @Nullable Double there) {

    /** By the machine's clock, which does not count what the answer took; null if it was set. */
    @Nullable Double secondsSince(Moment before) {
      double here = Duration.between(before.here, this.here).toNanos() / 1e9;
      Double then = before.there;
      if (there == null || then == null) {
        return here > 0 ? (Double) here : null;
      }
      double passed = there - then;
      return passed > 0 && Math.abs(passed - here) < CLOCKS_DIFFER_SECONDS ? (Double) passed : null;
    }
  }

  /**
   * A machine.
   *
   * @param clock of this computer
   */
  MachineReader(Clock clock) {
    this.clock = clock;
  }

  MachineFigures read(Samples samples, Chips chips) {
    var now = new Moment(clock.instant(), samples.value("node_time_seconds"));
    readBoot(now, samples.value("node_boot_time_seconds"));
    Moment then = before;
    Double seconds = then == null ? null : now.secondsSince(then);
    // Asked twice in a breath, it said it all the first time.
    if (seconds == null || seconds >= LEAST_SECONDS) {
      cpuPercent = processors.percent(samples);
      through = links.read(samples, seconds);
      before = now;
    }
    Double load = samples.value("node_load1");
    return new MachineFigures(
        cpuPercent,
        processors.count(),
        load != null && load >= 0 ? load : null,
        memory(samples),
        Disks.of(samples),
        through,
        Temperatures.of(samples, chips),
        bootedAt);
  }

  /** Something was missed, or another machine answers: what it counts is a new series. */
  void forget() {
    processors.forget();
    links.forget();
    before = null;
    cpuPercent = null;
    through = List.of();
  }

  /**
   * By this computer's clock, since the machine's may be wrong; steady though answers take time.
   */
  private void readBoot(Moment now, @Nullable Double boot) {
    Double said = saidBoot;
    if (boot != null && said != null && Math.abs(boot - said) > SAME_BOOT_SECONDS) {
      bootedAt = null;
      forget();
    }
    saidBoot = boot;
    Double there = now.there;
    if (boot == null || there == null || there < boot || there - boot > MOST_UPTIME) {
      bootedAt = null;
      return;
    }
    Instant told = now.here.minusMillis(Math.round((there - boot) * 1000));
    Instant known = bootedAt;
    if (known == null || Duration.between(known, told).abs().compareTo(ANSWERS_TAKE) > 0) {
      bootedAt = told;
    }
  }

  /** MemAvailable is the kernel's own estimate: see proc_meminfo(5). Free memory is not it. */
  private static MachineFigures.@Nullable Memory memory(Samples samples) {
    Long total = Plausible.bytes(samples.value("node_memory_MemTotal_bytes"));
    Long available = Plausible.bytes(samples.value("node_memory_MemAvailable_bytes"));
    if (total == null || available == null || total == 0 || available > total) {
      return null;
    }
    return new MachineFigures.Memory(available, total);
  }
}
