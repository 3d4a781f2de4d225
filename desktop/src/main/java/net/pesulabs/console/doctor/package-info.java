/**
 * Walks from this computer to each system of the house, hop by hop, and names the first one that is
 * broken, who can mend it and how. Asks through ports; knows no outside system itself.
 */
@NullMarked
package net.pesulabs.console.doctor;

import org.jspecify.annotations.NullMarked;
