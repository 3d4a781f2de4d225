/** Talking with the model server: the port that the chat page reads and a source implements. */
@NullMarked
package net.pesulabs.console.homelab.chat;

import org.jspecify.annotations.NullMarked;
