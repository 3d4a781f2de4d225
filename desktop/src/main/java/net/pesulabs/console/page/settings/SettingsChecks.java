package net.pesulabs.console.page.settings;

import java.util.Optional;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;

/** What only the sources can judge of a setting. Empty means fine; else a sentence for people. */
public interface SettingsChecks {

  /**
   * Reads a kubeconfig. May touch the disk, so never called on the FX thread.
   *
   * @param path empty for the one kubectl would use
   * @param context empty for its current one
   */
  Optional<Message> kubeconfig(String path, String context);

  /** As {@link #url}, of a further way to one of the systems. */
  Optional<Message> way(Source system, String url);

  /** Looks at a URL's form; touches neither disk nor network, so any thread may ask. */
  Optional<Message> url(String url);
}
