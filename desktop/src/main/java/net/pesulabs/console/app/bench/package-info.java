/** What the benchmarks measure with; the benchmarks themselves are in the package above. */
@NullMarked
package net.pesulabs.console.app.bench;

import org.jspecify.annotations.NullMarked;
