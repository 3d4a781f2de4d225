/** The graphics cards, as AMD's device-metrics-exporter tells them. */
@NullMarked
package net.pesulabs.console.source.devicemetrics;

import org.jspecify.annotations.NullMarked;
