package net.pesulabs.console.demo;

import java.util.List;

/** The computer that the pretend house is looked at from: at home, on its Wi-Fi. */
public final class PretendLaptop {

  /** A network it is on. */
  public record Link(String name, String address, int prefix) {}

  private final Faults faults;

  PretendLaptop(Faults faults) {
    this.faults = faults;
  }

  /** Its networks; empty while it has none. */
  public List<Link> links() {
    return faults.has(Fault.NETWORK_DOWN)
        ? List.of()
        : List.of(new Link("wlan0", "192.168.8.77", 24));
  }

  /** What a name of the house or of the loopback is to it; empty where it finds none. */
  public List<String> lookup(String name) {
    if (name.equals("localhost") || name.equals("127.0.0.1")) {
      return List.of("127.0.0.1");
    }
    return faults.has(Fault.DNS_DOWN) || faults.has(Fault.NETWORK_DOWN)
        ? List.of()
        : List.of("192.168.8.20");
  }
}
