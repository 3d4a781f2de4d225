package net.pesulabs.console.doctor;

import java.util.List;
import java.util.Optional;
import net.pesulabs.console.doctor.LaptopProbe.Link;

/** Arithmetic of IPv4 networks. */
final class Network {

  private Network() {}

  /** Whether one of the links is in a network in CIDR notation; false where that is none. */
  static boolean anyWithin(List<Link> links, String cidr) {
    String[] parts = cidr.split("/", -1);
    if (parts.length != 2 || !parts[1].matches("[0-9]{1,2}")) {
      return false;
    }
    int bits = Integer.parseInt(parts[1]);
    Optional<Long> network = number(parts[0]);
    if (network.isEmpty() || bits > 32) {
      return false;
    }
    long mask = bits == 0 ? 0 : (0xFFFF_FFFFL << (32 - bits)) & 0xFFFF_FFFFL;
    return links.stream()
        .flatMap(link -> number(link.address()).stream())
        .anyMatch(address -> (address & mask) == (network.get() & mask));
  }

  /** RFC 3927: what a computer gives itself when nobody gives it an address. */
  static boolean isSelfGiven(Link link) {
    return link.address().startsWith("169.254.") || link.address().startsWith("fe80:");
  }

  private static Optional<Long> number(String address) {
    if (!address.matches("([0-9]{1,3}[.]){3}[0-9]{1,3}")) {
      return Optional.empty();
    }
    long number = 0;
    for (String part : address.split("[.]", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    return Optional.of(number);
  }
}
