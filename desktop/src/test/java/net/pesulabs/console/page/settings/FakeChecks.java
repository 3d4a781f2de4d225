package net.pesulabs.console.page.settings;

import java.util.Optional;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Checks that know one kubeconfig, {@code /good}, and take any http URL. */
final class FakeChecks implements SettingsChecks {

  static final Message NO_FILE = Msg.settingsTailscaleWrong();
  static final Message NO_URL = Msg.settingsLanWrong();

  /** Whether the file kubectl would use is there. */
  boolean usual = true;

  @Override
  public Optional<Message> kubeconfig(String path, String context) {
    return path.equals("/good") || (path.isEmpty() && usual)
        ? Optional.empty()
        : Optional.of(NO_FILE);
  }

  @Override
  public Optional<Message> way(Source system, String url) {
    return system != Source.CLUSTER && url.startsWith("kube://") ? Optional.empty() : url(url);
  }

  @Override
  public Optional<Message> url(String url) {
    return url.startsWith("http://") ? Optional.empty() : Optional.of(NO_URL);
  }
}
