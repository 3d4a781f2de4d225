/**
 * The program: its commands, settings, window frame, and the wiring of sources to the live picture.
 */
@NullMarked
package net.pesulabs.console.app;

import org.jspecify.annotations.NullMarked;
