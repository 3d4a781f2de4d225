package net.pesulabs.console.page.gpu.fit;

import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.model.Answer;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.CardMemory;
import net.pesulabs.console.model.Ceiling;
import org.jspecify.annotations.Nullable;

/** What the planner says. */
sealed interface Sight {

  /** Nothing yet. */
  record Asking(Message what) implements Sight {}

  /**
   * An answer.
   *
   * @param live whether the card's memory is as it is now
   * @param ceiling null while the card's speed is not known
   */
  record Answered(
      Answer answer,
      CacheSettings settings,
      CardMemory card,
      boolean live,
      @Nullable Ceiling ceiling)
      implements Sight {}
}
