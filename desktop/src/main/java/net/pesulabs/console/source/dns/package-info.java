/** Single questions to a name server of one's choice, which the system's resolver cannot ask. */
@NullMarked
package net.pesulabs.console.source.dns;

import org.jspecify.annotations.NullMarked;
