/**
 * What the house is: immutable facts, each with its source and age, and the live picture that the
 * sources write and everyone else reads. Pure Java; no library, no toolkit.
 */
@NullMarked
package net.pesulabs.console.homelab;

import org.jspecify.annotations.NullMarked;
