package net.pesulabs.console.homelab;

import java.util.Optional;

/**
 * Passwords and keys, each under a name. They are kept where the system keeps secrets, never in a
 * file of ours, and nowhere else told or logged. Each call may wait for the system, which may ask
 * the person to unlock its keyring: not for the FX thread. Safe for any thread.
 */
public interface Secrets {

  /** Where a secret is. */
  enum Kept {
    /** In the system's keyring, also for the next time. */
    IN_KEYRING,
    /** In the memory of this program until it ends: the system has no keyring that works. */
    THIS_RUN,
    NOWHERE
  }

  Optional<String> get(String name);

  /** Keeps a secret, in place of any of that name; says where. */
  Kept put(String name, String secret);

  /** Forgets a secret, here and in the keyring. */
  void remove(String name);

  /** Where a secret is. */
  Kept kept(String name);

  /**
   * The name of the router's password: of one user at one address, so that it is never sent to
   * another.
   */
  static String ofRouter(Profile.Gateway gateway) {
    return "router " + gateway.user() + " " + gateway.ubusUrl();
  }
}
