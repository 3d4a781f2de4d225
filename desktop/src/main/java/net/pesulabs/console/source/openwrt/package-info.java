/**
 * The house's router: whether it is there and answers names, which needs no credentials, and what
 * its exporter and a read-only account of OpenWRT tell. Nothing here changes anything on it.
 */
@NullMarked
package net.pesulabs.console.source.openwrt;

import org.jspecify.annotations.NullMarked;
