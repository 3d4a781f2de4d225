/** What of the house the map shows, as vertices and edges: facts in, no drawing. */
@NullMarked
package net.pesulabs.console.page.topology.graph;

import org.jspecify.annotations.NullMarked;
