package net.pesulabs.console.page.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.pesulabs.console.homelab.Secrets;

/** A keyring in memory. */
final class FakeSecrets implements Secrets {

  final Map<String, String> kept = new ConcurrentHashMap<>();
  final List<String> looked = new CopyOnWriteArrayList<>();
  boolean works = true;

  @Override
  public Optional<String> get(String name) {
    return Optional.ofNullable(kept.get(name));
  }

  @Override
  public Kept put(String name, String secret) {
    kept.put(name, secret);
    return where(name);
  }

  @Override
  public void remove(String name) {
    kept.remove(name);
  }

  @Override
  public Kept kept(String name) {
    looked.add(name);
    return where(name);
  }

  private Kept where(String name) {
    return !kept.containsKey(name) ? Kept.NOWHERE : works ? Kept.IN_KEYRING : Kept.THIS_RUN;
  }
}
