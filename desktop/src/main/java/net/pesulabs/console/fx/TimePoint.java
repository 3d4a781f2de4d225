package net.pesulabs.console.fx;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure at one moment.
 *
 * @param value null where the source answered but did not tell this figure
 */
public record TimePoint(Instant at, @Nullable Double value) {}
