/** A model at work: who uses the card, how fast answers come, and why no faster. Computes only. */
@NullMarked
package net.pesulabs.console.model.running;

import org.jspecify.annotations.NullMarked;
