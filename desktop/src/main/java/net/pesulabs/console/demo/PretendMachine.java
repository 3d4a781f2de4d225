package net.pesulabs.console.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The compute node around the card: an Intel i5 of 12 threads with 32 GiB, up for twelve days. */
final class PretendMachine {

  private static final int THREADS = 12;
  private static final double PERIOD = 2 * Math.PI / 240; // a busier time every four minutes

  private final Clock clock;
  private final Instant booted;

  PretendMachine(Clock clock) {
    this.clock = clock;
    this.booted = clock.instant().minus(Duration.ofDays(12)).minusSeconds(7531);
  }

  /** The series of the exporter that live, with their values now. */
  Map<String, Double> look() {
    Instant now = clock.instant();
    double up = Duration.between(booted, now).toMillis() / 1000.0;
    Map<String, Double> figures = new LinkedHashMap<>();
    for (int cpu = 0; cpu < THREADS; cpu++) {
      processor(figures, cpu, up);
    }
    double total = 3.3554432e10;
    double free = Wander.between(5.1e9, 6.2e9, 6, now);
    figures.put("node_memory_MemTotal_bytes", total);
    figures.put("node_memory_MemFree_bytes", kib(free));
    figures.put("node_memory_MemAvailable_bytes", kib(free + 1.52e10));
    figures.put("node_memory_Cached_bytes", kib(1.31e10));
    figures.put("node_load1", hundredths(Wander.between(0.4, 2.6, 7, now)));
    figures.put("node_load5", hundredths(Wander.between(0.7, 1.7, 8, now)));
    figures.put("node_load15", hundredths(Wander.between(0.9, 1.3, 9, now)));
    figures.put("node_time_seconds", now.toEpochMilli() / 1000.0);
    figures.put("node_boot_time_seconds", (double) booted.getEpochSecond());
    figures.put("process_start_time_seconds", booted.getEpochSecond() + 21.0);
    figures.put("node_context_switches_total", Math.floor(up * 8123));
    figures.put("node_intr_total", Math.floor(up * 4211));
    figures.put("node_forks_total", Math.floor(up * 3.1));
    figures.put("node_network_receive_bytes_total{device=\"enp4s0\"}", bytes(up, 210_000));
    figures.put("node_network_transmit_bytes_total{device=\"enp4s0\"}", bytes(up, 64_000));
    figures.put("node_network_receive_bytes_total{device=\"tailscale0\"}", bytes(up, 2_800));
    figures.put("node_network_transmit_bytes_total{device=\"tailscale0\"}", bytes(up, 10_800));
    figures.put(
        "node_disk_read_bytes_total{device=\"nvme0n1\"}", Math.floor(up * 90_000 / 512) * 512);
    figures.put(
        "node_disk_written_bytes_total{device=\"nvme0n1\"}", Math.floor(up * 140_000 / 512) * 512);
    double celsius = Math.round(Wander.between(41, 55, 10, now));
    figures.put("node_hwmon_temp_celsius{chip=\"platform_coretemp_0\",sensor=\"temp1\"}", celsius);
    double nvme = Math.round(Wander.between(39, 47, 11, now)) + 0.85; // as from whole kelvins
    figures.put("node_hwmon_temp_celsius{chip=\"nvme_nvme0\",sensor=\"temp1\"}", nvme);
    figures.put("node_hwmon_temp_celsius{chip=\"nvme_nvme0\",sensor=\"temp2\"}", nvme);
    double board = Math.round(Wander.between(31, 36, 12, now));
    figures.put("node_hwmon_temp_celsius{chip=\"platform_nct6775_656\",sensor=\"temp1\"}", board);
    return figures;
  }

  /** Time counters are the integral of a wavy load, so they only ever grow. */
  private static void processor(Map<String, Double> figures, int cpu, double up) {
    double shift = cpu * 0.5;
    double wave = (Math.cos(shift) - Math.cos(PERIOD * up + shift)) / PERIOD;
    double user = 0.07 * up + 0.05 * wave;
    double system = 0.02 * up + 0.01 * wave;
    double iowait = 0.002 * up;
    mode(figures, cpu, "user", user);
    mode(figures, cpu, "system", system);
    mode(figures, cpu, "iowait", iowait);
    mode(figures, cpu, "softirq", 0.001 * up);
    mode(figures, cpu, "nice", 0.0005 * up);
    mode(figures, cpu, "steal", 0);
    mode(figures, cpu, "irq", 0);
    mode(figures, cpu, "idle", up - user - system - iowait - 0.0015 * up);
  }

  private static void mode(Map<String, Double> figures, int cpu, String mode, double seconds) {
    String series = "node_cpu_seconds_total{cpu=\"%d\",mode=\"%s\"}".formatted(cpu, mode);
    figures.put(series, hundredths(seconds)); // the kernel counts in ticks of 10 ms
  }

  private static double bytes(double up, double perSecond) {
    double wave = (1 - Math.cos(PERIOD * up)) / PERIOD;
    return Math.floor(perSecond * (up + 0.6 * wave));
  }

  private static double hundredths(double value) {
    return Math.floor(value * 100) / 100;
  }

  private static double kib(double bytes) {
    return Math.floor(bytes / 1024) * 1024;
  }
}
