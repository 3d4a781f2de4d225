/**
 * A pretend homelab over real loopback sockets, which the sources cannot tell from the real thing:
 * a Kubernetes API, node_exporter, llama-server and a tailscale program, with faults to order.
 */
@NullMarked
package net.pesulabs.console.demo;

import org.jspecify.annotations.NullMarked;
