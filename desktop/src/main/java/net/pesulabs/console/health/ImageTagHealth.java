package net.pesulabs.console.health;

import java.util.List;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Msg;

/** Images by a name that means another one tomorrow: nobody can say what runs, or go back to it. */
final class ImageTagHealth {

  private ImageTagHealth() {}

  static Diagnosis diagnose(Workload workload) {
    List<String> latest = workload.images().stream().filter(ImageTagHealth::isLatest).toList();
    Integer desired = workload.desired();
    if (latest.isEmpty() || (desired != null && desired == 0)) {
      return Diagnosis.fine(Severity.FINE, Msg.workloadFine());
    }
    return Diagnosis.of(
        "image-latest",
        Severity.NOTICE,
        Msg.workloadLatest(latest.getFirst()),
        Msg.adviceImageLatest(),
        latest.stream().map(image -> "image=" + image).toList(),
        null);
  }

  /** The tag is what follows the last colon, unless that belongs to the registry's port. */
  static boolean isLatest(String image) {
    if (image.isEmpty() || image.contains("@")) {
      return false;
    }
    String name = image.substring(image.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    return colon < 0 || name.substring(colon + 1).equals("latest");
  }
}
