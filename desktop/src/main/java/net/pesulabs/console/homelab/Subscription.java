package net.pesulabs.console.homelab;

/** Something that goes on until the one who asked for it closes it. Closing twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
