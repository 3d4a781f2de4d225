package net.pesulabs.console.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** The pages, in the order of the rail. */
enum PageId {
  HOME(Feather.HOME, Msg.pageHome()),
  TOPOLOGY(Feather.SHARE_2, Msg.pageTopology()),
  GPU(Feather.CPU, Msg.pageGpu()),
  PODS(Feather.BOX, Msg.pagePods()),
  CHAT(Feather.MESSAGE_CIRCLE, Msg.pageChat()),
  DOCTOR(Feather.ACTIVITY, Msg.pageDoctor()),
  SETTINGS(Feather.SETTINGS, Msg.pageSettings());

  private final Feather icon;
  private final Message title;

  PageId(Feather icon, Message title) {
    this.icon = icon;
    this.title = title;
  }

  Feather icon() {
    return icon;
  }

  Message title() {
    return title;
  }

  /** The name for {@code --page} and for the tour's files. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PageId> byId(String id) {
    return Arrays.stream(values()).filter(page -> page.id().equals(id)).findFirst();
  }

  static String joined() {
    return Arrays.stream(values()).map(PageId::id).collect(Collectors.joining(", "));
  }
}
