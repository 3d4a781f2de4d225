package net.pesulabs.console.page.home;

import net.pesulabs.console.health.Concern;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something to mend, as the page tells it.
 *
 * @param meaning what it means for the people of the house; null where it means nothing to them
 */
record Trouble(Concern concern, @Nullable Message meaning) {

  /** What to say of it first. */
  Message headline() {
    return meaning == null ? concern.leading().text() : meaning;
  }
}
