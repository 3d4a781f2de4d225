/**
 * Charts of the past, and the stretch of time and the moment that all charts of a page share.
 *
 * <p>A page makes one {@link net.pesulabs.console.fx.chart.Timeline}, opens and closes it with
 * itself, shows a {@link net.pesulabs.console.fx.chart.RangeBar} for it, and as many {@link
 * net.pesulabs.console.fx.chart.HistoryChart}s as it likes; these ask for what they draw.
 */
@NullMarked
package net.pesulabs.console.fx.chart;

import org.jspecify.annotations.NullMarked;
