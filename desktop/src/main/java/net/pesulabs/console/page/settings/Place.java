package net.pesulabs.console.page.settings;

/**
 * Where on the form something stands.
 *
 * @param row the machine's row; -1 for a field there is one of
 */
record Place(Field field, int row) {

  /** A field of the form. */
  enum Field {
    NAME,
    LAN,
    DOMAIN,
    MACHINES,
    MACHINE_NAME,
    MACHINE_LAN,
    MACHINE_TAILNET,
    KUBECONFIG,
    CLUSTER_ALSO,
    GPU_URL,
    GPU_ALSO,
    GPU_PROMETHEUS,
    GPU_CARD_SPEED,
    MODEL_URL,
    MODEL_ALSO,
    ROUTER_EXPORTER,
    ROUTER_UBUS,
    ROUTER_USER,
    TAILSCALE
  }

  static Place of(Field field) {
    return new Place(field, -1);
  }
}
