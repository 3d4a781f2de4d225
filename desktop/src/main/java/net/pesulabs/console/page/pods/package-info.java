/** The pods of the cluster: a table to find one, and what is the matter with it. */
@NullMarked
package net.pesulabs.console.page.pods;

import org.jspecify.annotations.NullMarked;
