/** How the map is drawn, on whatever: a canvas on screen, a picture, an SVG file. */
@NullMarked
package net.pesulabs.console.page.topology.draw;

import org.jspecify.annotations.NullMarked;
