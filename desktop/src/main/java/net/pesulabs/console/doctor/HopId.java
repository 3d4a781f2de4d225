package net.pesulabs.console.doctor;

import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What can be asked on the way to a system, from this computer outwards. */
public enum HopId {
  SETTINGS("settings", true, Msg.doctorHopSettings()),
  NETWORK("network-up", false, Msg.doctorHopNetwork()),
  DNS("dns", false, Msg.doctorHopDns()),
  TAILSCALE_INSTALLED("tailscale-installed", false, Msg.doctorHopTailscaleInstalled()),
  TAILSCALE_RUNNING("tailscale-running", false, Msg.doctorHopTailscaleRunning()),
  TAILSCALE_LOGGED_IN("tailscale-logged-in", false, Msg.doctorHopTailscaleLoggedIn()),
  TAILSCALE_KEY("tailscale-key", false, Msg.doctorHopTailscaleKey()),
  TAILSCALE_APPROVED("tailscale-approved", false, Msg.doctorHopTailscaleApproved()),
  TAILSCALE_CONNECTED("tailscale-connected", false, Msg.doctorHopTailscaleConnected()),
  PEER_KNOWN("peer-known", false, Msg.doctorHopPeerKnown()),
  PEER_KEY("peer-key", false, Msg.doctorHopPeerKey()),
  PEER_ONLINE("peer-online", false, Msg.doctorHopPeerOnline()),
  PEER_PATH("peer-path", false, Msg.doctorHopPeerPath()),
  PORT("port-open", false, Msg.doctorHopPort()),
  TLS("tls-trusted", true, Msg.doctorHopTls()),
  CREDENTIALS("credentials-accepted", true, Msg.doctorHopCredentials()),
  RIGHTS("rights-present", true, Msg.doctorHopRights()),
  API_READY("api-ready", true, Msg.doctorHopApiReady()),
  NODES_READY("nodes-ready", true, Msg.doctorHopNodesReady()),
  EXPORTER("exporter-answers", true, Msg.doctorHopExporter()),
  COLLECTOR("drm-collector-on", true, Msg.doctorHopCollector()),
  CARD("card-visible", true, Msg.doctorHopCard()),
  MODEL_SERVER("model-server-answers", true, Msg.doctorHopModelServer()),
  MODEL_LOADED("model-loaded", true, Msg.doctorHopModelLoaded()),
  GATEWAY("gateway-answers", false, Msg.doctorHopGateway()),
  GATEWAY_DNS("gateway-dns", true, Msg.doctorHopGatewayDns()),
  INTERNET("internet-up", true, Msg.doctorHopInternet());

  private final String id;
  private final boolean answers;
  private final Message title;

  HopId(String id, boolean answers, Message title) {
    this.id = id;
    this.answers = answers;
    this.title = title;
  }

  /** The name used by {@code doctor --json}; it stays the same from version to version. */
  public String id() {
    return id;
  }

  /** Whether who is broken here still answers: a problem, where the others are out of reach. */
  public boolean answers() {
    return answers;
  }

  /** Whether it is asked of this computer, and not on the way or of the house. */
  boolean isHere() {
    return compareTo(TAILSCALE_CONNECTED) <= 0;
  }

  public Message title() {
    return title;
  }
}
