/**
 * The small JavaFX kit: the one hop to the FX thread, texts that follow the language, cells and
 * charts.
 */
@NullMarked
package net.pesulabs.console.fx;

import org.jspecify.annotations.NullMarked;
