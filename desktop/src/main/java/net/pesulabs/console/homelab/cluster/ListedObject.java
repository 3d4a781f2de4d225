package net.pesulabs.console.homelab.cluster;

import java.util.List;

/**
 * An object of a kind that this program knows nothing of, as the server prints it.
 *
 * @param cells the text of each column of {@link Coverage#columns()}, in its order
 */
public record ListedObject(Meta meta, List<String> cells) implements ClusterObject {}
