package net.pesulabs.console.source.allsmi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.homelab.MachineFigures.Memory;
import net.pesulabs.console.homelab.MachineFigures.Temperature;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import net.pesulabs.console.source.cards.Plausible;
import org.jspecify.annotations.Nullable;

/** The machine around the cards, as far as all-smi tells of it. */
final class Machine {

  private static final List<String> TELL_THE_HOST =
      List.of("all_smi_up", "all_smi_memory_total_bytes", "all_smi_gpu_memory_total_bytes");

  private Machine() {}

  static MachineFigures read(Samples samples) {
    List<Double> busy =
        samples.named("all_smi_cpu_utilization").stream()
            .map(Sample::value)
            .filter(Plausible::percent)
            .toList();
    double threads =
        samples.named("all_smi_cpu_thread_count").stream().mapToDouble(Sample::value).sum();
    return new MachineFigures(
        busy.isEmpty()
            ? null
            : (Double) (busy.stream().mapToDouble(Double::doubleValue).sum() / busy.size()),
        threads >= 1 && threads < 100_000 ? (Integer) (int) threads : null,
        null,
        memory(samples),
        disks(samples),
        List.of(),
        temperatures(samples),
        null);
  }

  /** The name the machine gives itself; a container's own where it runs in one. */
  static String host(Samples samples, String otherwise) {
    return TELL_THE_HOST.stream()
        .flatMap(metric -> samples.named(metric).stream())
        .flatMap(sample -> Stream.of(sample.label("hostname"), sample.label("instance")))
        .filter(name -> !name.isBlank() && !name.contains(":") && !name.matches("[0-9a-f]{12}"))
        .findFirst()
        .orElse(otherwise);
  }

  private static @Nullable Memory memory(Samples samples) {
    Double total = first(samples, "all_smi_memory_total_bytes");
    Double available = first(samples, "all_smi_memory_available_bytes");
    boolean possible =
        total != null && available != null && total > 0 && available >= 0 && available <= total;
    return possible && total != null && available != null
        ? new Memory(available.longValue(), total.longValue())
        : null;
  }

  /** In a container one file system is mounted in many places: the shortest path stands for it. */
  private static List<Disk> disks(Samples samples) {
    var disks = new ArrayList<Disk>();
    var seen = new HashSet<List<Long>>();
    samples.named("all_smi_disk_total_bytes").stream()
        .filter(disk -> Double.isFinite(disk.value()) && disk.value() >= 1)
        .sorted(Comparator.comparingInt(disk -> disk.label("mount_point").length()))
        .forEach(disk -> {
          String mount = disk.label("mount_point");
          Double free = samples.value("all_smi_disk_available_bytes", "mount_point", mount);
          if (!mount.isEmpty() && free != null && free >= 0 && free <= disk.value()) {
            long bytes = (long) disk.value();
            if (seen.add(List.of(bytes, free.longValue()))) {
              disks.add(new Disk(mount, "", free.longValue(), bytes));
            }
          }
        });
    return disks;
  }

  private static List<Temperature> temperatures(Samples samples) {
    return samples.named("all_smi_cpu_temperature_celsius").stream()
        .filter(cpu -> Plausible.celsius(cpu.value()))
        .map(cpu ->
            new Temperature(
                cpu.label("cpu_model").isBlank() ? "CPU" : cpu.label("cpu_model").strip(),
                true,
                cpu.value(),
                null))
        .toList();
  }

  private static @Nullable Double first(Samples samples, String metric) {
    return samples.named(metric).stream()
        .map(Sample::value)
        .filter(Double::isFinite)
        .findFirst()
        .orElse(null);
  }
}
