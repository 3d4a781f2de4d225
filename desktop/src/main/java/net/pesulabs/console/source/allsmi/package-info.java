/** The graphics cards, as all-smi tells them. */
@NullMarked
package net.pesulabs.console.source.allsmi;

import org.jspecify.annotations.NullMarked;
