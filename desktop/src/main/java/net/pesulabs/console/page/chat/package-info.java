/** The chat page: one conversation with the family's own model. */
@NullMarked
package net.pesulabs.console.page.chat;

import org.jspecify.annotations.NullMarked;
