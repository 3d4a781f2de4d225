/** Is it me or the server: every way walked, and the first broken hop with its cure. */
@NullMarked
package net.pesulabs.console.page.doctor;

import org.jspecify.annotations.NullMarked;
