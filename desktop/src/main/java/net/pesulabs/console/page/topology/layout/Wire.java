package net.pesulabs.console.page.topology.layout;

import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.page.topology.graph.Edge;
import org.jspecify.annotations.Nullable;

/**
 * The edges between two things that can be seen: one, or all those that what they hold has.
 *
 * @param id that of the edge, or one of its own for several
 * @param worst the id of the edge that is in the worst state
 * @param from what can be seen of where it starts: the thing, or the folded one that holds it
 * @param edges the ids of all
 * @param severity that of the worst
 * @param inUse whether one is
 * @param live whether all are
 */
public record Wire(
    String id,
    String worst,
    String from,
    String to,
    Edge.Sort sort,
    List<String> edges,
    @Nullable Localized label,
    Severity severity,
    boolean inUse,
    boolean live) {}
