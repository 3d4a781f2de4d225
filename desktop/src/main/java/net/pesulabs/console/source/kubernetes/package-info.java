/**
 * The cluster: nodes and pods of a Kubernetes API server, listed and then watched. {@link
 * net.pesulabs.console.source.kubernetes.ClusterSource} is the door.
 */
@NullMarked
package net.pesulabs.console.source.kubernetes;

import org.jspecify.annotations.NullMarked;
