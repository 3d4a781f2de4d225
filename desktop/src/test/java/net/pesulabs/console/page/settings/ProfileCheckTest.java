package net.pesulabs.console.page.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCheckTest {

  private final ProfileCheck check = new ProfileCheck(new FakeChecks());

  @Test
  void theExampleIsFine() {
    assertThat(check.offences(Profile.example())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', http://nas:9100/metrics, http://nas:8080, ''",
    "http://10.0.0.1:6443, kube://monitoring/exporter:9100, '', ''",
    "kube://a/b:1, '', '', CLUSTER_ALSO",
    "'', nas, '', GPU_ALSO",
    "'', '', http://nas ftp://nas, MODEL_ALSO"
  })
  void furtherWays(String cluster, String gpu, String model, String offended) {
    assertThat(check.offences(also(cluster, gpu, model)).keySet())
        .extracting(place -> place.field().name())
        .containsExactlyElementsOf(offended.isEmpty() ? List.of() : List.of(offended));
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "pesulabs.net, true",
    "casa.example.org, true",
    "https://pesulabs.net, false",
    "pesulabs, false",
    "pesulabs.net/, false",
    "*.pesulabs.net, false"
  })
  void domains(String domain, boolean good) {
    Profile example = Profile.example();
    var profile =
        new Profile(
            example.name(),
            example.lan(),
            domain,
            example.machines(),
            example.cluster(),
            example.gpu(),
            example.model(),
            example.gateway(),
            example.tailscale());
    assertThat(check.offences(profile).containsKey(Place.of(Field.DOMAIN))).isEqualTo(!good);
  }

  private static Profile also(String cluster, String gpu, String model) {
    Profile example = Profile.example();
    return new Profile(
        example.name(),
        example.lan(),
        example.domain(),
        example.machines(),
        new Profile.ClusterAccess("", "", words(cluster)),
        example.gpu().withExporter(new Profile.Endpoint(example.gpuUrl(), words(gpu))),
        new Profile.Endpoint(example.modelUrl(), words(model)),
        example.gateway(),
        example.tailscale());
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.8.0/24",
        "10.0.0.0/8",
        "0.0.0.0/0",
        "192.168.8.7/32",
        "fd7a:115c:a1e0::/48",
        "::/0"
      })
  void networks(String lan) {
    assertThat(check.offences(lan(lan))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.168.8.0",
        "192.168.8.0/33",
        "192.168.8/24",
        "192.168.256.0/24",
        "192.168.8.0/",
        "/24",
        "192.168.8.0/-1",
        "casa",
        "fd7a::/129",
        "192.168.8.0/2 4"
      })
  void notNetworks(String lan) {
    assertThat(check.offences(lan(lan)))
        .isEqualTo(Map.of(Place.of(Field.LAN), Msg.settingsLanWrong()));
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.8.1/24, 192.168.8.0/24",
    "10.1.2.3/8, 10.0.0.0/8",
    "200.1.2.3/1, 128.0.0.0/1",
    "1.2.3.4/0, 0.0.0.0/0",
    "fd7a:115c:a1e0::1/48, fd7a:115c:a1e0:0:0:0:0:0/48"
  })
  void aHostInsteadOfANetworkIsPutRight(String typed, String meant) {
    assertThat(check.offences(lan(typed)))
        .isEqualTo(Map.of(Place.of(Field.LAN), Msg.settingsLanMeant(meant)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "192.168.8.20", "100.81.76.55", "fd7a:115c:a1e0::1", "::1"})
  void addresses(String address) {
    assertThat(check.offences(machines(new Machine("a", Role.SERVICES, address, address))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"asuna", "192.168.8", "192.168.8.300", "1.2.3.4.5", "fd7a:::1", "[::1]"})
  void notAddresses(String address) {
    assertThat(check.offences(machines(new Machine("a", Role.SERVICES, address, address))))
        .isEqualTo(
            Map.of(
                new Place(Field.MACHINE_LAN, 0), Msg.settingsAddressWrong(address),
                new Place(Field.MACHINE_TAILNET, 0), Msg.settingsAddressWrong(address)));
  }

  @Test
  void machinesNeedNamesOfTheirOwn() {
    assertThat(check.offences(machines()))
        .isEqualTo(Map.of(Place.of(Field.MACHINES), Msg.settingsMachinesMissing()));
    assertThat(
            check.offences(
                machines(
                    new Machine("asuna", Role.SERVICES, "", ""),
                    new Machine("", Role.COMPUTE, "", ""),
                    new Machine("Asuna", Role.COMPUTE, "", ""))))
        .isEqualTo(
            Map.of(
                new Place(Field.MACHINE_NAME, 1), Msg.settingsMachineNameMissing(),
                new Place(Field.MACHINE_NAME, 2), Msg.settingsMachineNameTwice("Asuna")));
  }

  @Test
  void theNameAndTheUrls() {
    var wrong = new Profile("", "10.0.0.0/8", one(), "", "", "gpu", "ftp://x", "");
    assertThat(check.offences(wrong))
        .isEqualTo(
            Map.of(
                Place.of(Field.NAME), Msg.settingsNameMissing(),
                Place.of(Field.GPU_URL), FakeChecks.NO_URL,
                Place.of(Field.MODEL_URL), FakeChecks.NO_URL));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', '', '', -",
        "http://r/metrics, '', '', -",
        "r:9100, '', '', ROUTER_EXPORTER",
        "'', http://r/ubus, console, -",
        "'', r/ubus, console, ROUTER_UBUS",
        "'', http://r/ubus, '', ROUTER_USER",
        "'', http://r/ubus, root, ROUTER_USER"
      })
  void whereTheRouterTellsMore(String exporter, String ubus, String user, Field wrong) {
    Profile fine = Profile.example();
    var profile =
        new Profile(
            fine.name(),
            fine.lan(),
            fine.domain(),
            fine.machines(),
            fine.cluster(),
            fine.gpu(),
            fine.model(),
            new Profile.Gateway(exporter, ubus, user),
            "");
    assertThat(check.offences(profile).keySet())
        .isEqualTo(wrong == null ? Set.of() : Set.of(Place.of(wrong)));
  }

  private static Profile lan(String lan) {
    return new Profile("n", lan, one(), "", "", "http://g", "http://m", "");
  }

  private static Profile machines(Machine... machines) {
    return new Profile("n", "10.0.0.0/8", List.of(machines), "", "", "http://g", "http://m", "");
  }

  private static List<Machine> one() {
    return List.of(new Machine("asuna", Role.SERVICES, "", ""));
  }
}
