package net.pesulabs.console.homelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Profile.ClusterAccess;
import net.pesulabs.console.homelab.Profile.Endpoint;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutesTest {

  private static final String LAN = "http://192.168.8.129:8080";
  private static final String TAILNET = "http://100.86.122.109:8080";
  private static final String INGRESS = "https://llm.pesulabs.net";
  private static final String PROXY = "kube://ai/llama:8080";

  static Stream<Arguments> toTheModel() {
    return Stream.of(
        arguments(
            "its tailnet address", TAILNET, List.of(), List.of("lan " + LAN, "tailnet " + TAILNET)),
        arguments(
            "its address at home", LAN, List.of(), List.of("lan " + LAN, "tailnet " + TAILNET)),
        arguments(
            "its name",
            "http://pesubuntu:8080",
            List.of(),
            List.of("other http://pesubuntu:8080", "lan " + LAN, "tailnet " + TAILNET)),
        arguments(
            "path and query are kept",
            TAILNET + "/llm/?a=b",
            List.of(),
            List.of("lan " + LAN + "/llm/?a=b", "tailnet " + TAILNET + "/llm/?a=b")),
        arguments(
            "all that may be written",
            INGRESS,
            List.of(PROXY, TAILNET),
            List.of(
                "lan " + LAN, "tailnet " + TAILNET, "ingress " + INGRESS, "api-proxy " + PROXY)),
        arguments(
            "what is written twice",
            LAN,
            List.of(" " + LAN + " ", TAILNET),
            List.of("lan " + LAN, "tailnet " + TAILNET)),
        arguments(
            "a tunnel that was set up",
            "http://localhost:18080",
            List.of(LAN),
            List.of("loopback http://localhost:18080", "lan " + LAN, "tailnet " + TAILNET)),
        arguments(
            "a name elsewhere comes last, unless it is the address itself",
            LAN,
            List.of("https://llm.example.org"),
            List.of("lan " + LAN, "tailnet " + TAILNET, "other https://llm.example.org")),
        arguments(
            "a machine with one address",
            "http://192.168.8.1:9100",
            List.of(),
            List.of("lan http://192.168.8.1:9100")),
        arguments(
            "a machine with an address of version 6",
            "http://nas:9100/metrics",
            List.of(),
            List.of(
                "other http://nas:9100/metrics",
                "lan http://192.168.8.30:9100/metrics",
                "tailnet http://[fd7a:115c:a1e0::5]:9100/metrics")),
        arguments("what is no address", "model", List.of(), List.of("other model")),
        arguments("no address at all", "", List.of(), List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void toTheModel(String name, String url, List<String> also, List<String> ways) {
    assertThat(new Routes(house(new Endpoint(url, also))).toModel())
        .extracting(way -> way.route().id() + " " + way.address())
        .containsExactlyElementsOf(ways);
  }

  @Test
  void toTheClusterAsTheKubeconfigNamesItAndItsOtherAddress() {
    var routes = new Routes(house(Endpoint.at("")));
    assertThat(routes.toCluster("https://192.168.8.20:6443"))
        .containsExactly(
            new Origin(Source.CLUSTER, Route.LAN, "https://192.168.8.20:6443"),
            new Origin(Source.CLUSTER, Route.TAILNET, "https://100.81.76.55:6443"));
  }

  @Test
  void toTheExporterOfTheExample() {
    assertThat(new Routes(Profile.example()).toGpu())
        .extracting(Origin::address)
        .containsExactly("http://192.168.8.129:9100/metrics", "http://100.86.122.109:9100/metrics");
  }

  @Test
  void aHouseMayUseAnyAddressesAtHome() {
    var odd =
        new Profile(
            "odd",
            "203.0.113.0/24",
            List.of(new Machine("nas", Role.COMPUTE, "203.0.113.5", "100.64.0.9")),
            "",
            "",
            "http://203.0.113.5:9100",
            "",
            "");
    assertThat(new Routes(odd).toGpu())
        .extracting(Origin::route)
        .containsExactly(Route.LAN, Route.TAILNET);
  }

  private static Profile house(Endpoint model) {
    return new Profile(
        "house",
        "192.168.8.0/24",
        "pesulabs.net",
        List.of(
            new Machine("router", Role.GATEWAY, "192.168.8.1", ""),
            new Machine("asuna", Role.SERVICES, "192.168.8.20", "100.81.76.55"),
            new Machine("pesubuntu", Role.COMPUTE, "192.168.8.129", "100.86.122.109"),
            new Machine("nas", Role.SERVICES, "192.168.8.30", "fd7a:115c:a1e0::5")),
        new ClusterAccess("", "", List.of()),
        Profile.Gpu.at(""),
        model,
        Gateway.SILENT,
        "");
  }
}
