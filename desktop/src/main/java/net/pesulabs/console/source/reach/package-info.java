/**
 * The ways to a system: which there are to try, which is in use, and moving over to another one
 * (docs/decisions/0007-ways-to-a-system.md).
 */
@NullMarked
package net.pesulabs.console.source.reach;

import org.jspecify.annotations.NullMarked;
