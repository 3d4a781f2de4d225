package net.pesulabs.console.source.nodeexporter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The file systems in which a machine keeps data, each once: not those that live in memory or in a
 * file, not those of other machines, and not what a kubelet mounts for pods, which {@link
 * VolumeSource} tells.
 */
final class Disks {

  private static final Set<String> KINDS =
      Set.of(
          "ext2",
          "ext3",
          "ext4",
          "xfs",
          "btrfs",
          "zfs",
          "bcachefs",
          "f2fs",
          "jfs",
          "reiserfs",
          "nilfs2",
          "vfat",
          "exfat",
          "ntfs",
          "ntfs3",
          "fuseblk",
          "ufs",
          "apfs",
          "hfs");

  private static final Pattern IN_MEMORY_OR_FILE =
      Pattern.compile("(?:/dev/)?(?:loop|ram|zram)\\d+.*");

  private static final Pattern FOR_PODS =
      Pattern.compile(".*/kubelet/(?:pods|plugins)/.*|/run/k3s/.*|/var/lib/docker/.+");

  /** One mount, before those of the same device are put together. */
  private record Mount(String kind, String device, String point, long available, long total) {

    /** The disk, or the pool of which this is a part: what shares its room. */
    String store() {
      int slash = device.indexOf('/');
      return kind.equals("zfs") && slash > 0 ? device.substring(0, slash) : device;
    }
  }

  private Disks() {}

  /** By mount point, the root first. */
  static List<Disk> of(Samples samples) {
    Map<String, List<Mount>> stores = new HashMap<>();
    Map<Map<String, String>, Double> available = new HashMap<>();
    for (Sample sample : samples.named("node_filesystem_avail_bytes")) {
      available.put(sample.labels(), sample.value());
    }
    for (Sample size : samples.named("node_filesystem_size_bytes")) {
      Mount mount = mount(size, available.get(size.labels()));
      if (mount != null) {
        stores.computeIfAbsent(mount.store(), store -> new ArrayList<>()).add(mount);
      }
    }
    return stores.entrySet().stream()
        .map(store -> disk(store.getKey(), store.getValue()))
        .sorted(Comparator.comparing(Disk::mount))
        .toList();
  }

  private static @Nullable Mount mount(Sample size, @Nullable Double free) {
    String device = size.label("device");
    String point = size.label("mountpoint");
    Long total = Plausible.bytes(size.value());
    Long available = Plausible.bytes(free);
    boolean keeps =
        KINDS.contains(size.label("fstype"))
            && !device.isEmpty()
            && point.startsWith("/")
            && !IN_MEMORY_OR_FILE.matcher(device).matches()
            && !FOR_PODS.matcher(point).matches();
    return keeps && total != null && available != null && total > 0 && available <= total
        ? new Mount(size.label("fstype"), device, point, available, total)
        : null;
  }

  /**
   * Mounts of one device are the same room. A ZFS pool's file systems share what is free and each
   * says its own use besides: together they are what is mounted of the pool.
   */
  private static Disk disk(String store, List<Mount> mounts) {
    Mount first =
        mounts.stream()
            .min(
                Comparator.comparing((Mount mount) -> mount.point.length())
                    .thenComparing(Mount::point))
            .orElseThrow();
    if (!first.kind.equals("zfs")) {
      return new Disk(
          Plausible.name(first.point), Plausible.name(store), first.available, first.total);
    }
    long available = mounts.stream().mapToLong(Mount::available).max().orElseThrow();
    Map<String, Long> used = new HashMap<>();
    mounts.forEach(mount -> used.put(mount.device, mount.total - mount.available));
    long total = available + used.values().stream().mapToLong(Long::longValue).sum();
    return new Disk(Plausible.name(first.point), Plausible.name(store), available, total);
  }
}
