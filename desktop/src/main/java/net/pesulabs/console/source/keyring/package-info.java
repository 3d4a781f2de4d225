/** Passwords and keys in the keyring of the operating system. */
@NullMarked
package net.pesulabs.console.source.keyring;

import org.jspecify.annotations.NullMarked;
