/** What people see, one package a page, and what pages have in common. */
@NullMarked
package net.pesulabs.console.page;

import org.jspecify.annotations.NullMarked;
