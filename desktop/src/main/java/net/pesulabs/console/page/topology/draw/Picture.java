package net.pesulabs.console.page.topology.draw;

import java.util.function.Function;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.layout.Sketch;

/**
 * All there is to draw.
 *
 * @param say says a text in the reader's language
 */
public record Picture(Graph graph, Sketch sketch, Function<Localized, String> say, Marks marks) {}
