/** On the GPU page: the model server, how fast it answers and why, and who uses the card. */
@NullMarked
package net.pesulabs.console.page.gpu.served;

import org.jspecify.annotations.NullMarked;
