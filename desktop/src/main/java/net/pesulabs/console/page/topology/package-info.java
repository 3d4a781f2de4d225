/**
 * The live map of the house: internet, gateway, home network and tailnet, the machines, and what
 * runs on them.
 */
@NullMarked
package net.pesulabs.console.page.topology;

import org.jspecify.annotations.NullMarked;
