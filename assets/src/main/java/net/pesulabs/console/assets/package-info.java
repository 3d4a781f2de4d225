/** Styles and fonts, by name. */
@NullMarked
package net.pesulabs.console.assets;

import org.jspecify.annotations.NullMarked;
