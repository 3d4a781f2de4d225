package net.pesulabs.console.page.settings;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.model.running.Bandwidth;
import net.pesulabs.console.page.settings.Place.Field;

/** What can be said of a profile at once, as it is typed: no disk, no network. */
final class ProfileCheck {

  private static final Pattern DOMAIN = Pattern.compile("[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+");

  private final SettingsChecks checks;

  ProfileCheck(SettingsChecks checks) {
    this.checks = checks;
  }

  /** What is wrong, at most one sentence a field; empty when nothing is. */
  Map<Place, Message> offences(Profile profile) {
    var found = new LinkedHashMap<Place, Message>();
    if (profile.name().isBlank()) {
      found.put(Place.of(Field.NAME), Msg.settingsNameMissing());
    }
    lan(profile.lan()).ifPresent(wrong -> found.put(Place.of(Field.LAN), wrong));
    machines(profile.machines(), found);
    checks.url(profile.gpuUrl()).ifPresent(wrong -> found.put(Place.of(Field.GPU_URL), wrong));
    checks.url(profile.modelUrl()).ifPresent(wrong -> found.put(Place.of(Field.MODEL_URL), wrong));
    if (!profile.domain().isEmpty() && !DOMAIN.matcher(profile.domain()).matches()) {
      found.put(Place.of(Field.DOMAIN), Msg.reachDomainWrong());
    }
    String speed = profile.gpu().gigabytesPerSecond();
    if (!speed.isEmpty() && !Bandwidth.isSpeed(speed)) {
      found.put(Place.of(Field.GPU_CARD_SPEED), Msg.plannerWrongNumber());
    }
    also(Field.CLUSTER_ALSO, Source.CLUSTER, profile.cluster().also(), found);
    also(Field.GPU_ALSO, Source.GPU, profile.gpu().exporter().also(), found);
    also(Field.MODEL_ALSO, Source.MODEL, profile.model().also(), found);
    List<String> prometheus =
        Stream.of(profile.gpu().prometheus().url()).filter(url -> !url.isEmpty()).toList();
    also(Field.GPU_PROMETHEUS, Source.GPU, prometheus, found);
    RouterCheck.offences(profile.gateway(), checks, found);
    return found;
  }

  private void also(Field field, Source system, List<String> ways, Map<Place, Message> found) {
    ways.stream()
        .flatMap(way -> checks.way(system, way).stream())
        .findFirst()
        .ifPresent(wrong -> found.put(Place.of(field), wrong));
  }

  private static Optional<Message> lan(String lan) {
    Optional<String> network = Addresses.network(lan);
    if (network.isEmpty()) {
      return Optional.of(Msg.settingsLanWrong());
    }
    return network.filter(meant -> !meant.equals(lan)).map(Msg::settingsLanMeant);
  }

  private static void machines(List<Profile.Machine> machines, Map<Place, Message> found) {
    if (machines.isEmpty()) {
      found.put(Place.of(Field.MACHINES), Msg.settingsMachinesMissing());
    }
    Set<String> names = new HashSet<>();
    for (int row = 0; row < machines.size(); row++) {
      Profile.Machine machine = machines.get(row);
      if (machine.name().isBlank()) {
        found.put(new Place(Field.MACHINE_NAME, row), Msg.settingsMachineNameMissing());
      } else if (!names.add(machine.name().toLowerCase(Locale.ROOT))) {
        found.put(new Place(Field.MACHINE_NAME, row), Msg.settingsMachineNameTwice(machine.name()));
      }
      address(machine.lanAddress(), new Place(Field.MACHINE_LAN, row), found);
      address(machine.tailnetAddress(), new Place(Field.MACHINE_TAILNET, row), found);
    }
  }

  private static void address(String address, Place place, Map<Place, Message> found) {
    if (!address.isEmpty() && Addresses.parse(address).isEmpty()) {
      found.put(place, Msg.settingsAddressWrong(address));
    }
  }
}
