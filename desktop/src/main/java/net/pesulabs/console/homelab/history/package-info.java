/** What the house's figures were over time: what is kept, and what can be asked of it. */
@NullMarked
package net.pesulabs.console.homelab.history;

import org.jspecify.annotations.NullMarked;
