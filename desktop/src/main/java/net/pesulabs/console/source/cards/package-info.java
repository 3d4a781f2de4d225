/**
 * What every source of graphics cards shares: what may be concluded from a card's figures, whoever
 * tells them. Nothing here asks anybody.
 */
@NullMarked
package net.pesulabs.console.source.cards;

import org.jspecify.annotations.NullMarked;
