/** What this computer itself tells: its links, names, and what answers at a port. */
@NullMarked
package net.pesulabs.console.source.laptop;

import org.jspecify.annotations.NullMarked;
