package net.pesulabs.console.source.openwrt;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.dns.NameServer;
import org.jspecify.annotations.Nullable;

/**
 * What came of one round of knocking at all of the router's doors, and of asking it for a name.
 *
 * @param atHome whether this computer is in the home network
 * @param doors one an address, with what came of it; the home address first
 * @param answersNames null where its silence proves nothing
 */
record Knocks(boolean atHome, Map<Door, Door.Knock> doors, @Nullable Boolean answersNames) {

  /** How long it may take to answer a name. */
  private static final Duration NAMES = Duration.ofSeconds(2);

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /**
   * Where to find it.
   *
   * @param itself whose name is asked for
   */
  record Where(List<Door> doors, Door dns, InetAddress itself) {}

  /**
   * All of its doors.
   *
   * @param tailnetAddress empty where it is in no tailnet
   * @throws Failure where a setting is no address
   */
  static Where where(Profile profile, Profile.Machine router, String tailnetAddress)
      throws Failure {
    String home = router.lanAddress();
    String door = profile.gateway().door();
    List<Door> doors =
        door.isEmpty()
            ? Stream.of(home, tailnetAddress)
                .filter(host -> !host.isEmpty())
                .flatMap(host -> Stream.of(Door.web(host, 80), Door.web(host, 443)))
                .toList()
            : List.of(Door.of(door, 80));
    if (doors.isEmpty()) {
      throw new Failure(Failure.Kind.BAD_SETTING, Msg.gatewaySourceNoAddress());
    }
    String dns = profile.gateway().dns();
    return new Where(
        doors,
        dns.isEmpty() ? new Door(doors.getFirst().host(), 53, home) : Door.of(dns, 53),
        itself(home));
  }

  /** Never a public address: of those a name server asks others. */
  private static InetAddress itself(String home) {
    try {
      InetAddress address = Inet4Address.ofLiteral(home);
      return address.isSiteLocalAddress() ? address : LOOPBACK;
    } catch (IllegalArgumentException e) {
      return LOOPBACK;
    }
  }

  /** Knocks at all of them at once, which takes three seconds at most. */
  static Knocks all(Where where, boolean atHome) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Object>>();
      where.doors.forEach(door -> tasks.add(door::knock));
      tasks.add(() -> namesAnswered(where, atHome));
      List<Future<Object>> done = threads.invokeAll(tasks);
      var knocks = new LinkedHashMap<Door, Door.Knock>();
      for (int i = 0; i < where.doors.size(); i++) {
        keep(knocks, where.doors.get(i), (Door.Knock) done.get(i).get());
      }
      return new Knocks(atHome, knocks, ((Answer) done.getLast().get()).answers);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause()); // each tells its errors as what came of it
    }
  }

  private record Answer(@Nullable Boolean answers) {}

  /**
   * From outside the home network a silence proves nothing: dnsmasq, as OpenWRT sets it up, does
   * not answer strangers ({@code --local-service}).
   */
  private static Answer namesAnswered(Where where, boolean atHome) {
    try {
      var server = where.dns.socketAddress();
      boolean answers = NameServer.nameOf(server, where.itself, NAMES).isOfAServer();
      boolean proves = answers || atHome || server.getAddress().isLoopbackAddress();
      return new Answer(proves ? (Boolean) answers : null);
    } catch (IOException e) {
      return new Answer(null);
    }
  }

  /** Of the ports of one address the one that answered, the quickest. */
  private static void keep(Map<Door, Door.Knock> knocks, Door door, Door.Knock knock) {
    Door before =
        knocks.keySet().stream()
            .filter(d -> d.address().equals(door.address()))
            .findFirst()
            .orElse(null);
    if (before == null) {
      knocks.put(door, knock);
    } else if (isBetter(knock, knocks.get(before))) {
      knocks.put(before, knock);
    }
  }

  private static boolean isBetter(Door.Knock knock, Door.@Nullable Knock than) {
    return knock instanceof Door.Knock.Answered(var took)
        && !(than instanceof Door.Knock.Answered(var other) && other.compareTo(took) <= 0);
  }
}
