package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisksTest {

  @Test
  void aFileSystemWithItsRoom() throws Failure {
    assertThat(read(mount("/dev/sda2", "ext4", "/", "1000", "400")))
        .containsExactly(new Disk("/", "/dev/sda2", 400, 1000));
  }

  @Test
  void aDeviceMountedManyTimesIsToldOnceWhereItIsMountedFirst() throws Failure {
    assertThat(
            read(
                mount("/dev/sda2", "btrfs", "/var/lib/rancher", "1000", "400")
                    + mount("/dev/sda2", "btrfs", "/home", "1000", "400")
                    + mount("/dev/sda2", "btrfs", "/", "1000", "400")
                    + mount("/dev/sdb1", "xfs", "/srv/b", "9", "3")
                    + mount("/dev/sdb1", "xfs", "/srv/a", "9", "3")))
        .containsExactly(
            new Disk("/", "/dev/sda2", 400, 1000), new Disk("/srv/a", "/dev/sdb1", 3, 9));
  }

  @Test
  void aZfsPoolIsOneHoweverManyFileSystemsItHas() throws Failure {
    // Each says its own use and the same free room: 400 free, 100 and 50 and 0 used.
    assertThat(
            read(
                mount("tank/home", "zfs", "/home", "450", "400")
                    + mount("tank/ROOT/ubuntu", "zfs", "/", "500", "400")
                    + mount("tank", "zfs", "/tank", "400", "400")
                    + mount("tank/home", "zfs", "/srv/home", "450", "400")))
        .containsExactly(new Disk("/", "tank", 400, 550));
  }

  @ParameterizedTest
  @CsvSource({
    "tmpfs, tmpfs, /run",
    "overlay, overlay, /var/lib/docker/overlay2/1/merged",
    "/dev/loop3, squashfs, /snap/core/1",
    "/dev/loop3, ext4, /mnt/image",
    "/dev/zram0, ext4, /fast",
    "nas:/export, nfs4, /mnt/nas",
    "//nas/share, cifs, /mnt/nas",
    "shm, tmpfs, /run/k3s/containerd/sandboxes/1/shm",
    "/dev/longhorn/pvc-1, ext4, /var/lib/kubelet/pods/1/volumes/kubernetes.io~csi/pvc-1/mount",
    "/dev/longhorn/pvc-1, ext4, /var/lib/kubelet/plugins/kubernetes.io/csi/x/globalmount",
    "rootfs, rootfs, /",
    "'', ext4, /x",
    "/dev/sda9, ext4, ''"
  })
  void whatKeepsNoDataOfTheMachineIsNotTold(String device, String kind, String point)
      throws Failure {
    assertThat(read(mount(device, kind, point, "1000", "400"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "NaN,1", "1000,NaN", "1000,1001", "-5,1", "1000,-1", "+Inf,5", "1e30,5"})
  void roomThatCannotBeIsNotTold(String size, String available) throws Failure {
    assertThat(read(mount("/dev/sda2", "ext4", "/", size, available))).isEmpty();
  }

  @Test
  void aFullDiskIsTold() throws Failure {
    assertThat(read(mount("/dev/sda2", "ext4", "/", "1e+12", "0")).getFirst().usedPercent())
        .isEqualTo(100);
  }

  @Test
  void oneWhoseRoomIsToldInTwoWaysIsNot() throws Failure {
    assertThat(
            read(
                mount("/dev/sda2", "ext4", "/", "1000", "400")
                    + mount("/dev/sda2", "ext4", "/", "1000", "300")))
        .isEmpty();
  }

  @Test
  void aMountPointThatWouldSpoilThePageIsMadeFitToShow() throws Failure {
    Disk disk =
        read(mount("/dev/sda2", "ext4", "/a\\n\u202eb" + "x".repeat(500), "9", "3")).getFirst();
    assertThat(disk.mount()).startsWith("/a bx").hasSize(101).endsWith("…");
  }

  private static List<Disk> read(String text) throws Failure {
    return Disks.of(PrometheusText.parse(text, "test"));
  }

  private static String mount(
      String device, String kind, String point, String size, String available) {
    String labels =
        "{device=\"%s\",fstype=\"%s\",mountpoint=\"%s\"} ".formatted(device, kind, point);
    return "node_filesystem_size_bytes"
        + labels
        + size
        + "\nnode_filesystem_avail_bytes"
        + labels
        + available
        + "\n";
  }
}
