package net.pesulabs.console.fx;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.Subscription;

/** What an open page listens to, closed together when it is left. FX thread only. */
public final class Subscriptions implements Subscription {

  private final List<Subscription> open = new ArrayList<>();

  public void add(Subscription subscription) {
    open.add(subscription);
  }

  @Override
  public void close() {
    open.forEach(Subscription::close);
    open.clear();
  }
}
