package net.pesulabs.console.source.laptop;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where an address of a pretend house really is; of a real house everything is where it is. */
@FunctionalInterface
public interface Whither {

  Whither REAL = (host, port) -> Optional.empty();

  /** Another address to ask; empty for the same. */
  Optional<InetSocketAddress> instead(String host, int port);
}
