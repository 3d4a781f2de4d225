package net.pesulabs.console.page.settings;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people type them. Nothing here asks a name server. */
final class Addresses {

  // Inet4Address.ofLiteral also takes "192.168", which nobody means.
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private Addresses() {}

  /** The address of a literal, version 4 or 6; empty for anything else. */
  static Optional<InetAddress> parse(String literal) {
    try {
      if (DOTTED.matcher(literal).matches()) {
        return Optional.of(Inet4Address.ofLiteral(literal));
      }
      return literal.contains(":") && !literal.contains("[")
          ? Optional.of(Inet6Address.ofLiteral(literal))
          : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /**
   * The network a CIDR text lies in, written as CIDR: itself where the host part is zero, as it
   * should be. Empty where the text is no CIDR at all.
   */
  static Optional<String> network(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0 || !cidr.substring(slash + 1).matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(cidr.substring(slash + 1));
    return parse(cidr.substring(0, slash))
        .filter(address -> prefix <= 8 * address.getAddress().length)
        .map(address ->
            hostPartIsZero(address, prefix) ? cidr : masked(address, prefix) + "/" + prefix);
  }

  private static boolean hostPartIsZero(InetAddress address, int prefix) {
    return bits(address).equals(bits(address).and(mask(address, prefix)));
  }

  private static String masked(InetAddress address, int prefix) {
    byte[] bytes = new byte[address.getAddress().length];
    byte[] kept = bits(address).and(mask(address, prefix)).toByteArray();
    int count = Math.min(kept.length, bytes.length); // toByteArray may lead with a sign byte
    System.arraycopy(kept, kept.length - count, bytes, bytes.length - count, count);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // 4 or 16 bytes always are an address
    }
  }

  private static BigInteger bits(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static BigInteger mask(InetAddress address, int prefix) {
    int all = 8 * address.getAddress().length;
    return BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(all - prefix);
  }
}
