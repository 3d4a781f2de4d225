package net.pesulabs.console.source.reach;

import net.pesulabs.console.homelab.Subscription;

/** What a {@link Reach} wants to know of this computer's networks. */
public interface Network {

  /** Hears, on a thread that must not be held up, that the networks are not what they were. */
  Subscription onChange(Runnable listener);

  /** The address of this computer that speaks to a URL's host now; empty where none would. */
  String localAddress(String url);
}
