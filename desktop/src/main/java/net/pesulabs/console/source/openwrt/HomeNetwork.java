package net.pesulabs.console.source.openwrt;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this computer is in the home network: whether it has an address in it. */
final class HomeNetwork {

  private static final Logger LOG = LoggerFactory.getLogger(HomeNetwork.class);

  private HomeNetwork() {}

  /**
   * Asks the system, nobody else.
   *
   * @param cidr such as {@code 192.168.8.0/24}; of anything else nobody is a part
   */
  static boolean isHere(String cidr) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .anyMatch(address -> contains(cidr, address));
    } catch (SocketException e) {
      LOG.debug("the network devices cannot be listed", e);
      return false;
    }
  }

  static boolean contains(String cidr, InetAddress address) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      return false;
    }
    try {
      byte[] network = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
      int prefix = Integer.parseInt(cidr.substring(slash + 1));
      byte[] bytes = address.getAddress();
      return bytes.length == network.length
          && prefix >= 0
          && prefix <= 8 * network.length
          && Arrays.equals(masked(network, prefix), masked(bytes, prefix));
    } catch (IllegalArgumentException e) {
      return false; // the settings say so where it is typed
    }
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] masked = address.clone();
    for (int i = 0; i < masked.length; i++) {
      int bits = Math.clamp(prefix - 8L * i, 0, 8);
      masked[i] &= (byte) (0xff << (8 - bits));
    }
    return masked;
  }
}
