package net.pesulabs.console.page.topology.graph;

/** A way of looking at the house. */
public enum Layer {
  /** What stands where: internet, router, home network, machines and what is in them. */
  PHYSICAL,
  /** Which address and way is in use to each machine, and how fast it answers. */
  NETWORK,
  /** Owners, and their pods on the machines. */
  WORKLOADS,
  /** From a host name to the pods that answer for it. */
  TRAFFIC
}
