/** Rules that turn facts into findings: cause, evidence, what to do. Pure Java. */
@NullMarked
package net.pesulabs.console.health;

import org.jspecify.annotations.NullMarked;
