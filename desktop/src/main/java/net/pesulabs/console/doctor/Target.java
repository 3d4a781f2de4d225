package net.pesulabs.console.doctor;

import java.util.Locale;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Where a path leads. The order is the order on screen. */
public enum Target {
  TAILNET(Msg.doctorTargetTailnet()),
  CLUSTER(Msg.doctorTargetCluster()),
  GPU(Msg.doctorTargetGpu()),
  MODEL(Msg.doctorTargetModel()),
  GATEWAY(Msg.doctorTargetGateway());

  private final Message title;

  Target(Message title) {
    this.title = title;
  }

  /** The name used by {@code doctor --json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Message title() {
    return title;
  }
}
