package net.pesulabs.console.page.topology.graph;

import java.time.Instant;
import java.util.function.Supplier;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.LiveHomelab;

/** What a layer draws from and on. */
record Desk(LiveHomelab homelab, HouseHealth health, Supplier<Instant> now, Canvas canvas) {}
