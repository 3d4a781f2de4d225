/** Where everything on the map stands: pure geometry, no drawing. */
@NullMarked
package net.pesulabs.console.page.topology.layout;

import org.jspecify.annotations.NullMarked;
