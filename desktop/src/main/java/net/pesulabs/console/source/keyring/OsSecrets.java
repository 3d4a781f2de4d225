package net.pesulabs.console.source.keyring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.pesulabs.console.homelab.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the system's keyring, each read once and then remembered for this run. Where the
 * keyring does not work they are kept for this run only.
 */
public final class OsSecrets implements Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(OsSecrets.class);

  /** No record, so that it never shows in a log by being printed. */
  private static final class Entry {
    private final String secret;
    private final Kept kept;

    Entry(String secret, Kept kept) {
      this.secret = secret;
      this.kept = kept;
    }
  }

  private final Keyring keyring;
  private final Map<String, Optional<Entry>> known = new HashMap<>();
  private boolean ofThisRun;

  public OsSecrets() {
    this(new SystemKeyring());
  }

  OsSecrets(Keyring keyring) {
    this.keyring = keyring;
  }

  @Override
  public synchronized Optional<String> get(String name) {
    return entry(name).map(entry -> entry.secret);
  }

  @Override
  public synchronized Kept kept(String name) {
    return entry(name).map(entry -> entry.kept).orElse(Kept.NOWHERE);
  }

  private Optional<Entry> entry(String name) {
    return known.computeIfAbsent(name, this::find);
  }

  private Optional<Entry> find(String name) {
    if (ofThisRun) {
      return Optional.empty();
    }
    try {
      return keyring.get(name).map(secret -> new Entry(secret, Kept.IN_KEYRING));
    } catch (Keyring.Unusable e) {
      LOG.info("no keyring: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public synchronized Kept put(String name, String secret) {
    Kept kept = ofThisRun ? Kept.THIS_RUN : write(name, secret);
    known.put(name, Optional.of(new Entry(secret, kept)));
    return kept;
  }

  private Kept write(String name, String secret) {
    try {
      keyring.put(name, secret);
      return Kept.IN_KEYRING;
    } catch (Keyring.Unusable e) {
      LOG.info("no keyring: {}", e.getMessage());
      return Kept.THIS_RUN;
    }
  }

  @Override
  public synchronized void remove(String name) {
    known.put(name, Optional.empty());
    if (ofThisRun) {
      return;
    }
    try {
      keyring.remove(name);
    } catch (Keyring.Unusable e) {
      LOG.info("no keyring: {}", e.getMessage());
    }
  }

  /** From now on nothing is read from the keyring nor written there: the house is a pretend one. */
  public synchronized void leaveKeyringAlone() {
    ofThisRun = true;
    known.clear();
  }

  @Override
  public String toString() {
    return "OsSecrets";
  }
}
