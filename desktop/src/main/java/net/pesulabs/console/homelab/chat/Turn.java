package net.pesulabs.console.homelab.chat;

/** What one side said. */
public record Turn(Role role, String text) {

  /** Who said it. */
  public enum Role {
    USER,
    ASSISTANT
  }
}
