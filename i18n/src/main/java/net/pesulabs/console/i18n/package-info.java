/** The texts of the console in both languages, free of any toolkit. */
@NullMarked
package net.pesulabs.console.i18n;

import org.jspecify.annotations.NullMarked;
