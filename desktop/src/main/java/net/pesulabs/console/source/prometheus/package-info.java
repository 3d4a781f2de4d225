/** A Prometheus server of the house: what it was told last, and what it kept of the past. */
@NullMarked
package net.pesulabs.console.source.prometheus;

import org.jspecify.annotations.NullMarked;
