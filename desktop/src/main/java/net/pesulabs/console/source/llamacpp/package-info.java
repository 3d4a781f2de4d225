/** The model server: llama.cpp's llama-server, its state and the talk with it. */
@NullMarked
package net.pesulabs.console.source.llamacpp;

import org.jspecify.annotations.NullMarked;
