package net.pesulabs.console.source.keyring;

import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Secret Service of Linux desktops (GNOME, KDE, KeePassXC), the Keychain of macOS, or the
 * Credential Manager of Windows; see docs/decisions/0008. One connection an operation: they are
 * seldom, and a desktop that was locked meanwhile closes its end.
 */
final class SystemKeyring implements Keyring {

  /** Under this name a person finds our entries among those of other programs. */
  static final String SERVICE = "homelab-console";

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private volatile boolean stuck;

  /** What to do with the keyring once it is open. */
  @FunctionalInterface
  private interface Work<T> {
    T with(com.github.javakeyring.Keyring keyring) throws PasswordAccessException;
  }

  @Override
  public Optional<String> get(String name) throws Unusable {
    return open(keyring -> find(keyring, name));
  }

  @Override
  public void put(String name, String secret) throws Unusable {
    open(keyring -> {
      keyring.setPassword(SERVICE, name, secret);
      return name;
    });
  }

  @Override
  public void remove(String name) throws Unusable {
    open(keyring -> {
      if (find(keyring, name).isPresent()) {
        keyring.deletePassword(SERVICE, name);
      }
      return name;
    });
  }

  /** The library tells “none of that name” and “no” by the same exception. */
  private static Optional<String> find(com.github.javakeyring.Keyring keyring, String name) {
    try {
      return Optional.ofNullable(keyring.getPassword(SERVICE, name));
    } catch (PasswordAccessException e) {
      return Optional.empty();
    }
  }

  /**
   * Never longer than a person takes to unlock it: where a desktop offers the Secret Service but
   * shows no prompt, the library waits for one without end (JabRef issue 10673).
   */
  private <T> T open(Work<T> work) throws Unusable {
    if (stuck) {
      throw new Unusable(new TimeoutException());
    }
    var task = new FutureTask<>(() -> use(work));
    Thread thread = Thread.ofPlatform().daemon().name("keyring").start(task);
    try {
      return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new Unusable(cause == null ? e : cause);
    } catch (TimeoutException e) {
      stuck = true;
      thread.interrupt();
      throw new Unusable(e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new Unusable(e);
    }
  }

  private static <T> T use(Work<T> work) throws Exception {
    try (var keyring = com.github.javakeyring.Keyring.create()) {
      return work.with(keyring);
    }
  }
}
