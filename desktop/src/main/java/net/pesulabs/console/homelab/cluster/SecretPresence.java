package net.pesulabs.console.homelab.cluster;

/**
 * Whether a secret that an Ingress names is there. What is in it is never asked for.
 *
 * @param present false where the server says that there is none
 */
public record SecretPresence(String namespace, String name, boolean present) {

  /** {@code namespace/name}. */
  public String qualifiedName() {
    return namespace + "/" + name;
  }
}
