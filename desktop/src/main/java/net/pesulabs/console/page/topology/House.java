package net.pesulabs.console.page.topology;

import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.page.Presence;
import org.jspecify.annotations.Nullable;

/** What the map is drawn of, but for pods and nodes, at one moment. */
record House(
    Profile profile,
    Reading<Tailnet> tailnet,
    Reading<Cluster> cluster,
    Reading<GpuNode> gpu,
    Reading<ModelServer> model) {

  /** How a machine of the profile is reached; null for one that only the cluster knows. */
  @Nullable Reading<Presence> presence(Box box) {
    Profile.Machine machine = box.machine();
    return machine == null
        ? null
        : Presence.of(tailnet, t -> new Whereabouts(profile).peer(machine, t));
  }
}
