package net.pesulabs.console.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Something that can be wrong in the pretend homelab, until it is cured. */
public enum Fault {
  API_DOWN(Msg.faultApiDown()),
  API_SLOW(Msg.faultApiSlow()),
  WATCH_GONE(Msg.faultWatchGone()),
  TOKEN_EXPIRED(Msg.faultTokenExpired()),
  GPU_DOWN(Msg.faultGpuDown()),
  GPU_ASLEEP(Msg.faultGpuAsleep()),
  LLM_LOADING(Msg.faultLlmLoading()),
  LLM_DOWN(Msg.faultLlmDown()),
  ROUTER_DOWN(Msg.faultRouterDown()),
  ROUTER_DNS_DOWN(Msg.faultRouterDnsDown()),
  WAN_DOWN(Msg.faultWanDown()),
  TAILNET_STOPPED(Msg.faultTailnetStopped()),
  PEER_OFFLINE(Msg.faultPeerOffline()),
  NODE_DOWN(Msg.faultNodeDown()),
  DISK_PRESSURE(Msg.faultDiskPressure()),
  UNSCHEDULABLE(Msg.faultUnschedulable()),
  VOLUME_UNBOUND(Msg.faultVolumeUnbound()),
  CONFIG_MISSING(Msg.faultConfigMissing()),
  PROBE_FAILING(Msg.faultProbeFailing()),
  OOM(Msg.faultOom()),
  JOB_FAILED(Msg.faultJobFailed()),
  ROLLOUT_STUCK(Msg.faultRolloutStuck()),
  SERVICE_EMPTY(Msg.faultServiceEmpty()),
  INGRESS_BROKEN(Msg.faultIngressBroken()),
  LAN_DOWN(Msg.reachFaultLanDown()),
  TLS_SAN_MISSING(Msg.reachFaultTlsSanMissing()),
  NETWORK_DOWN(Msg.faultNetworkDown()),
  DNS_DOWN(Msg.faultDnsDown()),
  TAILNET_SERVICE_DOWN(Msg.faultTailnetServiceDown()),
  TAILNET_LOGGED_OUT(Msg.faultTailnetLoggedOut()),
  TAILNET_KEY_EXPIRED(Msg.faultTailnetKeyExpired()),
  TAILNET_UNAPPROVED(Msg.faultTailnetUnapproved()),
  TAILNET_CUT_OFF(Msg.faultTailnetCutOff()),
  PEER_MISSING(Msg.faultPeerMissing()),
  PEER_EXPIRED(Msg.faultPeerExpired()),
  TLS_UNTRUSTED(Msg.faultTlsUntrusted()),
  TLS_NAME(Msg.faultTlsName()),
  TLS_EXPIRED(Msg.faultTlsExpired()),
  RIGHTS_MISSING(Msg.faultRightsMissing()),
  API_UNREADY(Msg.faultApiUnready()),
  EXPORTER_REPLACED(Msg.faultExporterReplaced()),
  DRM_OFF(Msg.faultDrmOff()),
  DRM_OFF_BUT_PROMETHEUS(Msg.gpuSourcesFaultPrometheus()),
  PROMETHEUS_INSTEAD(Msg.gpuSourcesFaultOnlyPrometheus()),
  ALL_SMI_INSTEAD(Msg.gpuSourcesFaultAllSmi()),
  DEVICE_METRICS_INSTEAD(Msg.gpuSourcesFaultDeviceMetrics()),
  CARD_MISSING(Msg.faultCardMissing()),
  GPU_POWER_LIMIT(Msg.gpuStatesFaultPower()),
  GPU_HOT(Msg.gpuStatesFaultHot()),
  GPU_THROTTLING_HEAT(Msg.gpuStatesFaultSlowed()),
  GPU_FAN_STOPPED(Msg.gpuStatesFaultFan()),
  GPU_PHANTOM_BUSY(Msg.gpuStatesFaultPhantom()),
  GPU_VRAM_FULL(Msg.gpuStatesFaultFull()),
  GPU_SPILLING(Msg.gpuStatesFaultSpilling()),
  GPU_TWO_CARDS(Msg.gpuStatesFaultTwo()),
  GPU_INTEL_CARD(Msg.gpuStatesFaultIntel()),
  GPU_VANISHED(Msg.gpuStatesFaultVanished()),
  GPU_COLLECTOR_FAILED(Msg.gpuStatesFaultCollector()),
  GPU_LOGIN(Msg.gpuStatesFaultLogin()),
  DISK_NEARLY_FULL(Msg.gpuStatesFaultDisk()),
  LLM_KEY(Msg.faultLlmKey()),
  LLM_BROKEN(Msg.faultLlmBroken()),
  LLM_BUSY(Msg.gpuModelFaultBusy()),
  LLM_SLOW(Msg.gpuModelFaultSlow()),
  LLM_METRICS_OFF(Msg.gpuModelFaultMetricsOff()),
  LLM_ROUTER(Msg.gpuModelFaultRouter()),
  GPU_OTHER_PROGRAM(Msg.gpuModelFaultOtherProgram());

  private final Message description;

  Fault(Message description) {
    this.description = description;
  }

  /** The name on the command line, such as {@code api-down}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens, in one sentence. */
  public Message description() {
    return description;
  }

  /** The fault of an id; empty for a name that is none. */
  public static Optional<Fault> byId(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
  }
}
