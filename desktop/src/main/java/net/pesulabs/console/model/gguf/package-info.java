/**
 * The head of a GGUF file, as ggml's docs/gguf.md lays it out: what the file says of itself and of
 * its tensors. The weights are never read.
 */
@NullMarked
package net.pesulabs.console.model.gguf;

import org.jspecify.annotations.NullMarked;
