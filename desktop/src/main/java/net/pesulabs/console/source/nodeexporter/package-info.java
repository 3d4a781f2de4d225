/** The graphics cards, as Prometheus' node_exporter reads them from the kernel. */
@NullMarked
package net.pesulabs.console.source.nodeexporter;

import org.jspecify.annotations.NullMarked;
