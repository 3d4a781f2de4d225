package net.pesulabs.console.homelab;

import java.util.Locale;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** An outside system that facts come from. The order is the order on screen. */
public enum Source {
  TAILNET(Msg.sourceTailnet()),
  GATEWAY(Msg.sourceGateway()),
  CLUSTER(Msg.sourceCluster()),
  GPU(Msg.sourceGpu()),
  MODEL(Msg.sourceModel());

  private final Message title;

  Source(Message title) {
    this.title = title;
  }

  /** The name used by {@code status --json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Message title() {
    return title;
  }
}
