/**
 * Who tells of the graphics cards: finds out what answers at the addresses of the profile, and asks
 * that; see docs/decisions/0011-who-tells-of-the-cards.md.
 */
@NullMarked
package net.pesulabs.console.source.gpu;

import org.jspecify.annotations.NullMarked;
