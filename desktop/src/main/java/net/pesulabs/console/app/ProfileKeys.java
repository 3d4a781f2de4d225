package net.pesulabs.console.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.ClusterAccess;
import net.pesulabs.console.homelab.Profile.Endpoint;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.homelab.Profile.Gpu;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.i18n.Msg;

/**
 * A profile as flat keys and values: the names of the settings file (where a dot is a level) and of
 * {@code --set}.
 */
final class ProfileKeys {

  private static final String MACHINES = "machines.";

  private ProfileKeys() {}

  static Map<String, String> of(Profile profile) {
    var values = new LinkedHashMap<String, String>();
    values.put("name", profile.name());
    values.put("lan", profile.lan());
    values.put("domain", profile.domain());
    for (Machine machine : profile.machines()) {
      String prefix = MACHINES + machine.name() + ".";
      values.put(prefix + "role", machine.role().name().toLowerCase(Locale.ROOT));
      values.put(prefix + "lan", machine.lanAddress());
      values.put(prefix + "tailnet", machine.tailnetAddress());
    }
    values.put("cluster.kubeconfig", profile.kubeconfig());
    values.put("cluster.context", profile.context());
    values.put("cluster.also", words(profile.cluster().also()));
    values.put("gpu.url", profile.gpuUrl());
    values.put("gpu.also", words(profile.gpu().exporter().also()));
    values.put("gpu.prometheus.url", profile.gpu().prometheus().url());
    values.put("gpu.prometheus.also", words(profile.gpu().prometheus().also()));
    values.put("gpu.card.name", profile.gpu().card());
    values.put("gpu.card.gigabytes-per-second", profile.gpu().gigabytesPerSecond());
    values.put("model.url", profile.modelUrl());
    values.put("model.also", words(profile.model().also()));
    values.put("gateway.exporter", profile.gateway().exporterUrl());
    values.put("gateway.ubus", profile.gateway().ubusUrl());
    values.put("gateway.user", profile.gateway().user());
    values.put("gateway.door", profile.gateway().door());
    values.put("gateway.dns", profile.gateway().dns());
    values.put("tailscale.program", profile.tailscale());
    return values;
  }

  /**
   * The profile of these values; what is left out is empty.
   *
   * @throws UserError where a key is not one of ours, or a role is none
   */
  static Profile profile(Map<String, String> values) {
    var machines = new LinkedHashMap<String, Map<String, String>>();
    for (var entry : values.entrySet()) {
      String key = entry.getKey();
      // A machine's name may hold dots; the field after the last one never does.
      int end = key.lastIndexOf('.');
      if (key.startsWith(MACHINES) && end > MACHINES.length()) {
        machines
            .computeIfAbsent(key.substring(MACHINES.length(), end), name -> new LinkedHashMap<>())
            .put(key.substring(end + 1), entry.getValue());
      } else if (!PLAIN.contains(key)) {
        throw new UserError(Msg.settingsUnknownKey(key, String.join(", ", known())));
      }
    }
    List<Machine> list = new ArrayList<>();
    machines.forEach((name, fields) -> list.add(machine(name, fields)));
    return new Profile(
        values.getOrDefault("name", ""),
        values.getOrDefault("lan", ""),
        values.getOrDefault("domain", ""),
        list,
        new ClusterAccess(
            values.getOrDefault("cluster.kubeconfig", ""),
            values.getOrDefault("cluster.context", ""),
            list(values, "cluster.also")),
        new Gpu(
            endpoint(values, "gpu"),
            endpoint(values, "gpu.prometheus"),
            values.getOrDefault("gpu.card.name", ""),
            values.getOrDefault("gpu.card.gigabytes-per-second", "")),
        endpoint(values, "model"),
        new Gateway(
            values.getOrDefault("gateway.exporter", ""),
            values.getOrDefault("gateway.ubus", ""),
            values.getOrDefault("gateway.user", ""),
            values.getOrDefault("gateway.door", ""),
            values.getOrDefault("gateway.dns", "")),
        values.getOrDefault("tailscale.program", ""));
  }

  private static Endpoint endpoint(Map<String, String> values, String system) {
    return new Endpoint(values.getOrDefault(system + ".url", ""), list(values, system + ".also"));
  }

  /** What holds several is told as words with spaces between, which no URL contains. */
  private static List<String> list(Map<String, String> values, String key) {
    return Arrays.stream(values.getOrDefault(key, "").split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String words(List<String> list) {
    return String.join(" ", list);
  }

  private static Machine machine(String name, Map<String, String> fields) {
    for (String field : fields.keySet()) {
      if (!MACHINE_FIELDS.contains(field)) {
        throw new UserError(
            Msg.settingsUnknownKey(MACHINES + name + "." + field, String.join(", ", known())));
      }
    }
    String role = fields.getOrDefault("role", "services");
    for (Role each : Role.values()) {
      if (each.name().equalsIgnoreCase(role)) {
        return new Machine(
            name, each, fields.getOrDefault("lan", ""), fields.getOrDefault("tailnet", ""));
      }
    }
    throw new UserError(Msg.settingsUnknownRole(role, name));
  }

  private static final Set<String> PLAIN =
      Set.of(
          "name",
          "lan",
          "domain",
          "cluster.kubeconfig",
          "cluster.context",
          "cluster.also",
          "gpu.url",
          "gpu.also",
          "gpu.prometheus.url",
          "gpu.prometheus.also",
          "gpu.card.name",
          "gpu.card.gigabytes-per-second",
          "model.url",
          "model.also",
          "gateway.exporter",
          "gateway.ubus",
          "gateway.user",
          "gateway.door",
          "gateway.dns",
          "tailscale.program");

  private static final Set<String> MACHINE_FIELDS = Set.of("role", "lan", "tailnet");

  private static Set<String> known() {
    var keys = new TreeSet<>(PLAIN);
    MACHINE_FIELDS.forEach(field -> keys.add(MACHINES + "NAME." + field));
    return keys;
  }
}
