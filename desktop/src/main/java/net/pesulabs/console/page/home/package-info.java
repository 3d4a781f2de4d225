/** The first page: is the house all right, and if not, what is to be done. */
@NullMarked
package net.pesulabs.console.page.home;

import org.jspecify.annotations.NullMarked;
