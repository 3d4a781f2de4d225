package net.pesulabs.console.source.keyring;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/**
 * The Secret Service of Linux desktops (GNOME, KDE, KeePassXC), the Keychain of macOS, or the
 * Credential Manager of Windows; see docs/decisions/0008. One connection an operation: they are
 * seldom, and a desktop that was locked meanwhile closes its end.
 */
final class SystemKeyring implements Keyring {

  /** Under this name a person finds our entries among those of other programs. */
  static final String SERVICE = "homelab-console";

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

  private static <T> T open(Work<T> work) throws Unusable {
    try (var keyring = com.github.javakeyring.Keyring.create()) {
      return work.with(keyring);
    } catch (BackendNotSupportedException | PasswordAccessException e) {
      throw new Unusable(e);
    } catch (Exception e) { // what close() may throw, and D-Bus
      throw new Unusable(e);
    } catch (LinkageError e) { // a native library that is not for this computer
      throw new Unusable(e);
    }
  }
}
