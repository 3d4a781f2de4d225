package net.pesulabs.console.source.laptop;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import net.pesulabs.console.doctor.LaptopProbe;
import net.pesulabs.console.doctor.TlsSight;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.TlsHandshake;
import net.pesulabs.console.source.dns.NameServer;

/** This computer, asked through Java: nothing is run, and nobody outside is written to. */
public final class LaptopCheckup implements LaptopProbe {

  /** Networks inside this computer, and tunnels: a cable or the air is neither. */
  private static final Pattern INNER =
      Pattern.compile(
          "(?i)(docker|veth|cni|flannel|virbr|vmnet|vboxnet|tailscale|utun|awdl|llw|anpi|bridge"
              + "|br-[0-9a-f]{12}).*|.*(hyper-v|vethernet|vmware|virtualbox|tailscale).*");

  /** RFC 5737: an address nobody has. To connect a UDP socket to it sends nothing. */
  private static final String NOBODY = "192.0.2.1";

  @Override
  public Links links() throws IOException {
    String outward = outward();
    List<Link> links =
        NetworkInterface.networkInterfaces()
            .filter(LaptopCheckup::isOuter)
            .flatMap(LaptopCheckup::links)
            .sorted(
                Comparator.comparing((Link link) -> !link.address().equals(outward))
                    .thenComparing(link -> link.address().contains(":")))
            .toList();
    return new Links(links, !outward.isEmpty());
  }

  private static boolean isOuter(NetworkInterface each) {
    try {
      String shown = String.valueOf(each.getDisplayName());
      return each.isUp()
          && !each.isLoopback()
          && !INNER.matcher(each.getName()).matches()
          && !INNER.matcher(shown).matches();
    } catch (SocketException e) {
      return false; // it went away while it was looked at
    }
  }

  private static Stream<Link> links(NetworkInterface each) {
    return each.getInterfaceAddresses().stream()
        .map(address ->
            new Link(
                each.getName(),
                address.getAddress().getHostAddress().replaceFirst("%.*", ""),
                address.getNetworkPrefixLength()));
  }

  /** The address that this computer would send from, far out; empty where there is no way. */
  private static String outward() {
    try (var socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(NOBODY), 9));
      InetAddress local = socket.getLocalAddress();
      return local.isAnyLocalAddress() ? "" : local.getHostAddress();
    } catch (SocketException e) {
      return ""; // ENETUNREACH
    }
  }

  @Override
  public List<String> lookup(String host) throws InterruptedException {
    // The system's own resolver blocks in native code and cannot be interrupted; a virtual thread
    // would hold its carrier meanwhile.
    var task = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread.ofPlatform().daemon().name("doctor-dns").start(task);
    try {
      return Arrays.stream(task.get())
          .sorted(Comparator.comparing(address -> address.getAddress().length))
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) {
        return List.of();
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public Dialled dial(String host, int port, Duration limit) {
    try (var socket = new Socket()) {
      InetSocketAddress address = resolved(host, port);
      long begun = System.nanoTime();
      socket.connect(address, (int) limit.toMillis());
      return new Dialled(Dial.OPEN, Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      return new Dialled(
          switch (Failure.of(e, host).kind()) {
            case REFUSED -> Dial.REFUSED;
            case UNKNOWN_HOST -> Dial.UNKNOWN_HOST;
            case NO_ROUTE -> Dial.NO_ROUTE;
            default -> Dial.NO_ANSWER;
          },
          null);
    }
  }

  @Override
  public Dns ask(String server, int port, String name, Duration limit) {
    try {
      return switch (NameServer.addressOf(resolved(server, port), name, limit)) {
        case ANSWERED -> Dns.ANSWERED;
        case NO_SUCH_NAME -> Dns.NO_SUCH_NAME;
        case FAILED -> Dns.FAILED;
        case REFUSED -> Dns.REFUSED;
        case SILENT -> Dns.NO_ANSWER;
      };
    } catch (UnknownHostException e) {
      return Dns.NO_ANSWER;
    }
  }

  @Override
  public TlsSight tls(String host, int port, Duration limit) {
    try {
      return new TlsHandshake(usualTrust(), host).look(resolved(host, port), limit);
    } catch (UnknownHostException e) {
      return TlsSight.without(TlsSight.Kind.NO_ANSWER);
    }
  }

  private InetSocketAddress resolved(String host, int port) throws UnknownHostException {
    try {
      List<String> addresses = lookup(host);
      if (addresses.isEmpty()) {
        throw new UnknownHostException(host);
      }
      return new InetSocketAddress(InetAddress.ofLiteral(addresses.getFirst()), port);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }

  private static X509TrustManager usualTrust() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java trusts somebody
    }
  }
}
