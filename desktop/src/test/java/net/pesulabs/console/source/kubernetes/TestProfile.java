package net.pesulabs.console.source.kubernetes;

import java.util.List;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.ClusterAccess;
import net.pesulabs.console.homelab.Profile.Endpoint;
import net.pesulabs.console.homelab.Profile.Gateway;

/** A house of which only the cluster counts. */
final class TestProfile {

  private TestProfile() {}

  static Profile of(String kubeconfig, String... also) {
    return new Profile(
        "test",
        "192.168.8.0/24",
        "",
        List.of(),
        new ClusterAccess(kubeconfig, "", List.of(also)),
        Profile.Gpu.at(""),
        Endpoint.at(""),
        Gateway.SILENT,
        "");
  }
}
