package net.pesulabs.console.homelab.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Attention;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;

/**
 * The objects of the cluster, a table for each kind. A kind is followed while somebody needs it,
 * and forgotten when the last one no longer does. Safe for any thread.
 */
public final class ClusterObjects {

  private final Map<Kind<?>, Objects<?>> kinds = new ConcurrentHashMap<>();
  private final Table<SecretPresence> secrets = new Table<>(SecretPresence::qualifiedName);
  private final Attention<Kind<?>> needs = new Attention<>();
  private final Cell<Reading<List<Kind<?>>>> catalogue =
      new Cell<>(Reading.awaited(Source.CLUSTER));

  /** The table of a kind, empty while nobody needs it. */
  @SuppressWarnings("unchecked") // the kind it was made for is the key
  public <T extends ClusterObject> Objects<T> of(Kind<T> kind) {
    return (Objects<T>) kinds.computeIfAbsent(kind, Objects::new);
  }

  /** The secrets that Ingresses and IngressRoutes name, as far as the login may ask for them. */
  public Table<SecretPresence> secrets() {
    return secrets;
  }

  /** The kinds that the server can list and watch. */
  public Cell<Reading<List<Kind<?>>>> catalogue() {
    return catalogue;
  }

  /** Until closed, somebody needs this kind. */
  public Subscription need(Kind<?> kind) {
    return needs.lookAt(kind);
  }

  /** Until closed, somebody needs these kinds. */
  public Subscription need(Collection<Kind<?>> all) {
    var each = all.stream().map(this::need).toList();
    return () -> each.forEach(Subscription::close);
  }

  /** The kinds that somebody needs now. */
  public Set<Kind<?>> needed() {
    return needs.looked();
  }

  public boolean isNeeded(Kind<?> kind) {
    return needs.isOn(kind);
  }

  /** Hears of a kind when the first one needs it and when the last one no longer does. */
  public Subscription onNeed(Consumer<Kind<?>> listener) {
    return needs.onChange(listener);
  }

  /** Back to knowing nothing of any kind. */
  public void forget() {
    kinds.values().forEach(Objects::forget);
    secrets.replaceAll(List.of());
    catalogue.set(Reading.awaited(Source.CLUSTER));
  }
}
