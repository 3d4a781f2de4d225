package net.pesulabs.console.doctor;

import net.pesulabs.console.homelab.Profile;

/**
 * What is examined, and whom it is asked from.
 *
 * @param os of this computer, whose commands are shown
 */
public record House(
    Profile profile,
    LaptopProbe laptop,
    TailscaleProbe tailscale,
    ClusterProbe cluster,
    ExporterProbe exporter,
    ModelProbe model,
    Os os) {}
