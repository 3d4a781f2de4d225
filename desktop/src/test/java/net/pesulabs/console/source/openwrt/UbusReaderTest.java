package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Lease;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.homelab.Router.Wan;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UbusReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:30:00Z");

  private static final JsonNode SAMPLES =
      Json.object(Captures.text("openwrt/gateway-samples.json")).orElseThrow();

  /** What rpcd, netifd and procd themselves answered, in one batch. */
  private static final JsonNode BATCH =
      Json.array(Captures.text("openwrt/ubus-batch.json")).orElseThrow();

  private static JsonNode sample(String name) {
    return SAMPLES.path("ubus_" + name + "_response").path("result").path(1);
  }

  private static JsonNode real(int id) {
    for (JsonNode reply : BATCH) {
      if (reply.path("id").asInt() == id) {
        return reply.path("result").path(1);
      }
    }
    throw new AssertionError("no reply " + id);
  }

  private static JsonNode json(String text) {
    return Json.object(text.replace('\'', '"')).orElseThrow();
  }

  @Test
  void readsTheDevice() {
    assertThat(UbusReader.device(sample("board")))
        .isEqualTo(
            new Device(
                "GL.iNet GL-MT2500", "OpenWrt 21.02-SNAPSHOT r15812+1074-46b6ee7ffc", "GL-MT2500"));
    assertThat(UbusReader.device(real(0)).firmware())
        .isEqualTo("OpenWrt 24.10.4 r28959-29397011cb");
  }

  @Test
  void aLoadOfOneIsTold65536() {
    Load load = UbusReader.load(sample("info"), NOW);
    assertThat(load.load1()).isEqualTo(13107 / 65536.0);
    assertThat(load.load15()).isEqualTo(6553 / 65536.0);
    assertThat(load.memoryTotalBytes()).isEqualTo(1_035_902_976L);
    assertThat(load.memoryAvailableBytes()).isEqualTo(700_000_000L);
    assertThat(load.startedAt()).isEqualTo(NOW.minusSeconds(864_213));
    assertThat(load.celsius()).isNull();
    assertThat(UbusReader.load(real(1), NOW).load1()).isEqualTo(104_224 / 65536.0);
  }

  @Test
  void readsTheWayOut() {
    assertThat(UbusReader.wan(sample("dump"), NOW))
        .isEqualTo(new Wan(true, "203.0.113.7", NOW.minusSeconds(431_000)));
    Wan real = UbusReader.wan(real(2), NOW);
    assertThat(real).isNotNull();
    assertThat(real.up()).isTrue();
    assertThat(real.address()).startsWith("203.0.113.");
  }

  @Test
  void withoutAnAddressOrARouteItIsNoWayOut() {
    String up = "{'interface':[{'interface':'wan','up':true,'uptime':5%s}]}";
    assertThat(UbusReader.wan(json(up.formatted("")), NOW)).isEqualTo(new Wan(false, null, null));
    assertThat(
            UbusReader.wan(json(up.formatted(",'ipv4-address':[{'address':'203.0.113.7'}]")), NOW))
        .isEqualTo(new Wan(false, "203.0.113.7", null));
    assertThat(
            UbusReader.wan(
                json(
                    up.formatted(
                        ",'ipv4-address':[{'address':'203.0.113.7'}],"
                            + "'route':[{'target':'10.0.0.0','mask':8}]")),
                NOW))
        .isEqualTo(new Wan(false, "203.0.113.7", null));
  }

  @Test
  void anotherInterfaceMayLeadOut() {
    String dump =
        """
        {'interface':[{'interface':'wan','up':false},
          {'interface':'tethering','up':true,'uptime':60,'metric':40,
           'ipv4-address':[{'address':'172.20.10.2'}],'route':[{'target':'0.0.0.0','mask':0}]},
          {'interface':'wwan','up':true,'uptime':90,'metric':20,
           'ipv4-address':[{'address':'10.1.1.5'}],'route':[{'target':'0.0.0.0','mask':0}]}]}
        """;
    assertThat(UbusReader.wan(json(dump), NOW))
        .isEqualTo(new Wan(true, "10.1.1.5", NOW.minusSeconds(90)));
    String six =
        """
        {'interface':[{'interface':'wan6','up':true,'uptime':1,
          'ipv6-address':[{'address':'2001:db8::5','mask':64}],
          'route':[{'target':'::','mask':0}]}]}
        """;
    assertThat(UbusReader.wan(json(six), NOW))
        .isEqualTo(new Wan(true, "2001:db8::5", NOW.minusSeconds(1)));
    assertThat(UbusReader.wan(json("{'interface':[{'interface':'lan','up':true}]}"), NOW))
        .as("nothing that leads out is known of")
        .isNull();
  }

  @Test
  void readsTheLeases() {
    assertThat(UbusReader.leases(sample("leases"), NOW))
        .containsExactly(
            new Lease("asuna", "192.168.8.20", "02:00:00:00:00:14", NOW.plusSeconds(40_123)),
            new Lease("pesubuntu", "192.168.8.129", "02:00:00:00:00:81", null));
    assertThat(UbusReader.leases(real(3), NOW))
        .as("rpcd tells an ended lease as 0 seconds")
        .extracting(Lease::host)
        .doesNotContain("expired-one")
        .contains("nas", "phone", "<b>\"quote'\\");
  }

  @Test
  void aNameIsOneLineOfSomeLength() {
    String hosts =
        """
        {'dhcp_leases':[
          {'expires':5,'ipaddr':'192.168.8.9','hostname':'a\\nb\\u0007c'},
          {'expires':5,'ipaddr':'192.168.8.10','hostname':'%s'},
          {'expires':5,'hostname':'without an address'},
          {'expires':'soon','ipaddr':'192.168.8.11'},
          {'expires':-5,'ipaddr':'192.168.8.12'},
          {'expires':true,'ipaddr':'192.168.8.13'},
          {'expires':5,'ipaddr':{'a':1}}, 7, null]}
        """
            .formatted("x".repeat(5_000));
    assertThat(UbusReader.leases(json(hosts), NOW))
        .extracting(lease -> lease.address() + " " + lease.host())
        .containsExactly("192.168.8.9 a b c", "192.168.8.10 " + "x".repeat(100) + "…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'model':5,'release':[],'hostname':{}}",
        "{'uptime':'long','load':{},'memory':5}",
        "{'uptime':-5,'load':[-1,'x',null],'memory':{'total':-1,'available':1e40}}",
        "{'uptime':1e300}",
        "{'interface':{'a':1}}",
        "{'interface':[null,5,'wan',[]]}",
        "{'dhcp_leases':{}}",
        "{'dhcp_leases':5}"
      })
  void whatIsOfAnotherTypeIsNotTold(String text) {
    JsonNode data = json(text);
    assertThat(UbusReader.device(data)).isEqualTo(Device.UNKNOWN);
    assertThat(UbusReader.load(data, NOW)).isEqualTo(Load.UNKNOWN);
    assertThat(UbusReader.wan(data, NOW)).isNull();
    assertThat(UbusReader.leases(data, NOW)).isNull();
  }

  @Test
  void nothingIsToldOfNothing() {
    JsonNode nothing = MissingNode.getInstance();
    assertThat(UbusReader.device(nothing)).isEqualTo(Device.UNKNOWN);
    assertThat(UbusReader.load(nothing, NOW)).isEqualTo(Load.UNKNOWN);
    assertThat(UbusReader.wan(nothing, NOW)).isNull();
    assertThat(UbusReader.leases(nothing, NOW)).isNull();
  }
}
