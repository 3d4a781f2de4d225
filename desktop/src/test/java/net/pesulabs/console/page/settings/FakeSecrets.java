package net.pesulabs.console.page.settings;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.pesulabs.console.homelab.Secrets;

/** A keyring in memory. */
final class FakeSecrets implements Secrets {

  final Map<String, String> kept = new ConcurrentHashMap<>();
  boolean works = true;

  @Override
  public Optional<String> get(String name) {
    return Optional.ofNullable(kept.get(name));
  }

  @Override
  public Kept put(String name, String secret) {
    kept.put(name, secret);
    return kept(name);
  }

  @Override
  public void remove(String name) {
    kept.remove(name);
  }

  @Override
  public Kept kept(String name) {
    return !kept.containsKey(name) ? Kept.NOWHERE : works ? Kept.IN_KEYRING : Kept.THIS_RUN;
  }
}
