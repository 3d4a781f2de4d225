package net.pesulabs.console.source.reach;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.pesulabs.console.homelab.Subscription;

/** A network that changes when a test says so. */
public final class TestNetwork implements Network {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile String address = "192.168.8.77";

  /** This computer has another address from now on. */
  public void change(String localAddress) {
    address = localAddress;
    listeners.forEach(Runnable::run);
  }

  /** How many want to hear of changes. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public String localAddress(String url) {
    return address;
  }
}
