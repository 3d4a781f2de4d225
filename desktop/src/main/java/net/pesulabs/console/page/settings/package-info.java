/** The settings page: language, look, and which homelab this is. */
@NullMarked
package net.pesulabs.console.page.settings;

import org.jspecify.annotations.NullMarked;
