package net.pesulabs.console.doctor;

import net.pesulabs.console.homelab.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What is examined, and whom it is asked from.
 *
 * @param lineUp whether the router says that its line outside is up; null where it does not tell
 * @param os of this computer, whose commands are shown
 */
public record House(
    Profile profile,
    LaptopProbe laptop,
    TailscaleProbe tailscale,
    ClusterProbe cluster,
    ExporterProbe exporter,
    ModelProbe model,
    @Nullable Boolean lineUp,
    Os os) {}
