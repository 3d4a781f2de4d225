/** What the graphics card is doing, and the model server that uses it. */
@NullMarked
package net.pesulabs.console.page.gpu;

import org.jspecify.annotations.NullMarked;
