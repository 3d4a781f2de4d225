package net.pesulabs.console.health;

import net.pesulabs.console.i18n.Message;

/** The health of one object: its colour, and the sentence that says the same in words. */
public record Health(Severity severity, Message text) {}
