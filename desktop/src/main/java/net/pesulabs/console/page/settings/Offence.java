package net.pesulabs.console.page.settings;

import net.pesulabs.console.i18n.Message;

/**
 * Something that is not right with a setting.
 *
 * @param blocks whether it has to be put right before saving
 */
record Offence(Message text, boolean blocks) {}
