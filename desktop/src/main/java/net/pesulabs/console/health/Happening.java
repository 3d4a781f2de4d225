package net.pesulabs.console.health;

import java.time.Instant;
import net.pesulabs.console.i18n.Message;

/**
 * Something that changed in the house.
 *
 * @param id what it happened to and in what way, so that the next time takes the place of the last
 * @param at when, as the house tells it; where nothing tells, when it was noticed
 * @param severity {@code FINE} for good news, {@code NOTICE} for what is neither good nor bad
 */
public record Happening(String id, Instant at, Severity severity, Message text) {}
