/**
 * What a language model needs of a graphics card, computed from the header of its file. Pure: it
 * knows no screen, no server, and none of the house.
 */
@NullMarked
package net.pesulabs.console.model;

import org.jspecify.annotations.NullMarked;
