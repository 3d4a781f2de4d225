package net.pesulabs.console.page;

import java.time.Clock;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.chat.ChatServer;

/**
 * What a page may reach: the live picture, its health, the way onto the FX thread, the texts, and
 * the ways to other pages.
 */
public record PageContext(
    LiveHomelab homelab,
    HouseHealth health,
    Cell<Settings> settings,
    ChatServer chat,
    Pulse pulse,
    Texts texts,
    Now now,
    Clock clock,
    Doors doors) {}
