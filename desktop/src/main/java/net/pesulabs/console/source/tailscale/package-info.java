/** The tailnet, as the tailscale program on this computer tells it. */
@NullMarked
package net.pesulabs.console.source.tailscale;

import org.jspecify.annotations.NullMarked;
