package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.doctor.Fix.Command;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What to do about an exporter that does not tell of the graphics card, by the reason it has. */
public final class ExporterCures {

  static final String SERVICE =
      "systemctl status prometheus-node-exporter --no-pager\n"
          + "sudo systemctl restart prometheus-node-exporter";

  /** As Debian and Ubuntu package it: the arguments stand in a file of their own. */
  private static final String SWITCH_ON =
      """
      sudo sed -i 's/^ARGS="\\(.*\\)"/ARGS="\\1 --collector.drm"/' /etc/default/prometheus-node-exporter
      sudo systemctl restart prometheus-node-exporter
      curl -s http://127.0.0.1:9100/metrics | grep node_drm_\
      """;

  private static final String SWITCH_ON_CONTAINER =
      """
      docker rm -f node-exporter
      docker run -d --name node-exporter --restart unless-stopped --net host --pid host \\
        -v /:/host:ro,rslave quay.io/prometheus/node-exporter:latest \\
        --path.rootfs=/host --path.sysfs=/host/sys --path.procfs=/host/proc --collector.drm\
      """;

  private ExporterCures() {}

  /**
   * The cure of a reason that a source of graphics cards gives.
   *
   * @param machine the name of the one with the card
   */
  public static Fix of(Message why, String machine) {
    String key = why.key();
    if (key.equals(Msg.gpuSourceDrmOff().key())) {
      return collectorOff(machine);
    }
    if (key.equals(Msg.gpuSourceDrmFailed().key())) {
      return collectorFailed(machine);
    }
    if (isOneOf(key, Msg.failureUnauthorized(""), Msg.failureForbidden(""))) {
      return new Fix(Healer.ADMIN, Msg.doctorExporterLoginFix(), List.of());
    }
    if (isOneOf(
        key,
        Msg.gpuSourceWebPage(""),
        Msg.gpuSourceNotExporter(""),
        Msg.failureNotMetrics("", ""),
        Msg.failureNotFound("", ""),
        Msg.failureUnknownHost(""))) {
      return wrongAddress(machine);
    }
    if (isOneOf(key, Msg.failureNeedsHttps(""))) {
      return new Fix(Healer.YOU, Msg.doctorNeedsHttpsFix(), List.of());
    }
    if (isOneOf(key, Msg.failureRefused(""))) {
      return new Fix(
          Healer.ADMIN, Msg.gpuStatesCureRefused(machine), List.of(Cures.on(machine, SERVICE)));
    }
    if (isOneOf(key, Msg.failureNoRoute(""), Msg.failureTimedOut(""), Msg.failureCutOff(""))) {
      return new Fix(Healer.YOU, Msg.gpuStatesCureNoWay(machine), List.of());
    }
    if (isOneOf(key, Msg.failureServerError("", ""), Msg.failureStatus("", ""))) {
      return fault(machine);
    }
    return new Fix(Healer.YOU, Msg.gpuStatesCureOther(), List.of());
  }

  /** The exporter sees no card. */
  public static Fix noCard(String machine) {
    return new Fix(
        Healer.ADMIN,
        Msg.doctorCardNoneFix(),
        List.of(
            Cures.on(
                machine, "lspci -nnk | grep -A3 -E 'VGA|Display'\nsudo dmesg | grep -i amdgpu")));
  }

  static Fix wrongAddress(String machine) {
    return new Fix(
        Healer.YOU,
        Msg.doctorExporterAddressFix(),
        List.of(Cures.on(machine, "curl -s http://127.0.0.1:9100/metrics | head")));
  }

  static Fix fault(String machine) {
    return new Fix(Healer.ADMIN, Msg.doctorExporterFaultFix(), List.of(Cures.on(machine, SERVICE)));
  }

  static Fix collectorOff(String machine) {
    return new Fix(
        Healer.ADMIN,
        Msg.doctorCollectorOffFix(),
        List.of(
            Cures.on(machine, SWITCH_ON),
            new Command(Msg.doctorWhereContainer(machine), SWITCH_ON_CONTAINER)));
  }

  static Fix collectorFailed(String machine) {
    return new Fix(
        Healer.ADMIN,
        Msg.doctorCollectorFailedFix(),
        List.of(
            Cures.on(
                machine,
                "journalctl -u prometheus-node-exporter -n 50 --no-pager\n"
                    + "ls -l /sys/class/drm/")));
  }

  private static boolean isOneOf(String key, Message... reasons) {
    for (Message reason : reasons) {
      if (reason.key().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
