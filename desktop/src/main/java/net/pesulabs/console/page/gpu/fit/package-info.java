/** On the GPU page: whether a model fits on the card, before anybody loads it. */
@NullMarked
package net.pesulabs.console.page.gpu.fit;

import org.jspecify.annotations.NullMarked;
