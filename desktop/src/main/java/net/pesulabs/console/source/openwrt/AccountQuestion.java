package net.pesulabs.console.source.openwrt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Lease;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Urls;
import net.pesulabs.console.source.openwrt.Ubus.Call;
import net.pesulabs.console.source.openwrt.Ubus.Outcome;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks ubus with an account that may only read: never more often than every ten seconds, and for
 * the leases once a minute while somebody looks. A session that has ended is begun anew; a password
 * that was refused is not tried twice. For one thread.
 */
final class AccountQuestion implements Poller.Question {

  static final Poller.Rhythm RHYTHM =
      new Poller.Rhythm(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1)));

  /** A little less than its rhythm: a timer may be early. */
  private static final Duration LEAST = Duration.ofMillis(9900);

  private static final Duration LEASES_WHILE_LOOKED_AT = Duration.ofSeconds(59);
  private static final Duration LEASES_OTHERWISE = Duration.ofMinutes(10);

  /** How often to see whether a right that was missing has been given. */
  private static final Duration RIGHTS = Duration.ofMinutes(1);

  private final Gateway gateway;
  private final Http http;
  private final Secrets secrets;
  private final BooleanSupplier lookedAt;
  private final RouterPicture picture;
  private final Clock clock;
  private final Pace pace;
  private final Pace leasesPace;
  private final Pace rightsPace;

  private @Nullable Ubus ubus;
  private @Nullable String session;
  private @Nullable String refused; // the password that was
  private Set<Call> forbidden = EnumSet.noneOf(Call.class);
  private Device device = Device.UNKNOWN;
  private @Nullable List<Lease> leases;

  AccountQuestion(
      Gateway gateway,
      Http http,
      Secrets secrets,
      BooleanSupplier lookedAt,
      RouterPicture picture,
      Clock clock,
      LongSupplier nanoTime) {
    this.gateway = gateway;
    this.http = http;
    this.secrets = secrets;
    this.lookedAt = lookedAt;
    this.picture = picture;
    this.clock = clock;
    this.pace = new Pace(nanoTime);
    this.leasesPace = new Pace(nanoTime);
    this.rightsPace = new Pace(nanoTime);
  }

  @Override
  public void ask() throws Failure {
    if (!pace.isDue(LEAST)) {
      return;
    }
    if (ubus == null) {
      ubus = new Ubus(http, sheltered(Urls.parse(gateway.ubusUrl())));
    }
    if (session == null && !login(ubus)) {
      return;
    }
    if (!forbidden.isEmpty() && rightsPace.isDue(RIGHTS)) {
      forbidden = EnumSet.noneOf(Call.class);
    }
    List<Call> calls = due();
    if (calls.isEmpty()) {
      return; // the picture says already that nothing may be asked
    }
    Map<Call, Outcome> outcomes = call(ubus, calls);
    if (outcomes != null) {
      tell(outcomes);
    }
  }

  /**
   * A URL that a password may go to: encrypted, or not beyond the house and the tailnet.
   *
   * @throws Failure for any other; of a name nobody knows where it leads today
   */
  private static HttpUrl sheltered(HttpUrl url) throws Failure {
    if (!url.isHttps() && Route.to(url.host()) == Route.OTHER) {
      throw new Failure(Failure.Kind.BAD_SETTING, Msg.gatewaySourceInTheOpen(Urls.address(url)));
    }
    return url;
  }

  /** Whether a session was begun; if not, the picture says why. */
  private boolean login(Ubus ubus) throws Failure {
    String password = secrets.get(Secrets.ofRouter(gateway)).orElse(null);
    if (password == null) {
      silent(Part.State.SILENT, Msg.gatewaySourceNoPassword(gateway.user()));
      return false;
    }
    if (password.equals(refused)) {
      return false; // the picture says so already
    }
    session = ubus.login(gateway.user(), password).orElse(null);
    refused = session == null ? password : null;
    forbidden = EnumSet.noneOf(Call.class);
    if (session == null) {
      silent(Part.State.REFUSED, Msg.gatewaySourceRefused(gateway.user()));
    }
    return session != null;
  }

  /** Null where this user is let in no more; the picture says so. */
  private @Nullable Map<Call, Outcome> call(Ubus ubus, List<Call> calls) throws Failure {
    Map<Call, Outcome> outcomes = outcomes(ubus, calls);
    if (!anyDenied(outcomes)) {
      return outcomes;
    }
    // A session that has ended looks like a right that is missing: log in once more, then believe.
    session = null;
    if (!login(ubus)) {
      return null;
    }
    Map<Call, Outcome> again = new HashMap<>(outcomes(ubus, calls));
    forbidden =
        again.entrySet().stream()
            .filter(entry -> entry.getValue().denied())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Call.class)));
    rightsPace.isDue(Duration.ZERO); // from now
    if (forbidden.containsAll(calls)) {
      picture.account(new Part(Part.State.REFUSED, noRights()), Told.NOTHING);
      return null;
    }
    return again;
  }

  private Message noRights() {
    return Msg.gatewaySourceNoRights(
        gateway.user(),
        forbidden.stream().map(Call::title).sorted().collect(Collectors.joining(", ")));
  }

  private Map<Call, Outcome> outcomes(Ubus ubus, List<Call> calls) throws Failure {
    String open = session;
    if (open == null) {
      throw new IllegalStateException("no session");
    }
    return ubus.call(open, calls);
  }

  private List<Call> due() {
    var calls = new ArrayList<>(List.of(Call.INFO, Call.INTERFACES));
    if (device.equals(Device.UNKNOWN)) {
      calls.add(Call.BOARD);
    }
    if (leasesPace.isDue(lookedAt.getAsBoolean() ? LEASES_WHILE_LOOKED_AT : LEASES_OTHERWISE)) {
      calls.add(Call.LEASES);
    }
    calls.removeAll(forbidden);
    return calls;
  }

  private static boolean anyDenied(Map<Call, Outcome> outcomes) {
    return outcomes.values().stream().anyMatch(Outcome::denied);
  }

  private void tell(Map<Call, Outcome> outcomes) {
    Instant now = clock.instant();
    if (outcomes.containsKey(Call.BOARD)) {
      device = UbusReader.device(data(outcomes, Call.BOARD));
    }
    if (outcomes.containsKey(Call.LEASES)) {
      leases = UbusReader.leases(data(outcomes, Call.LEASES), now);
    }
    picture.account(
        forbidden.isEmpty() ? Part.TOLD : new Part(Part.State.TOLD, noRights()),
        new Told(
            device,
            UbusReader.load(data(outcomes, Call.INFO), now),
            UbusReader.wan(data(outcomes, Call.INTERFACES), now),
            leases,
            List.of()));
  }

  private static JsonNode data(Map<Call, Outcome> outcomes, Call call) {
    Outcome outcome = outcomes.get(call);
    return outcome == null ? MissingNode.getInstance() : outcome.data();
  }

  void lost(Message why) {
    silent(Part.State.SILENT, why);
  }

  private void silent(Part.State state, Message why) {
    session = null;
    device = Device.UNKNOWN;
    leases = null;
    leasesPace.forget();
    picture.account(new Part(state, why), Told.NOTHING);
  }
}
