/**
 * The Kubernetes cluster as facts: a slim record for each kind of object, and the tables that hold
 * them. What a record leaves out is fetched when somebody opens the object.
 */
@NullMarked
package net.pesulabs.console.homelab.cluster;

import org.jspecify.annotations.NullMarked;
