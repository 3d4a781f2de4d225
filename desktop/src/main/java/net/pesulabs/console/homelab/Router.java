package net.pesulabs.console.homelab;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * The house's router: whether it is there, and what it tells. Without credentials that is little;
 * null is what nobody told.
 *
 * @param answersNames whether its name server answers; null where it was not asked, or where its
 *     silence proves nothing
 * @param offersExitNode whether it offers the tailnet a way out; null where the tailnet does not
 *     tell
 * @param routesLan whether it lets the tailnet into the home network; null likewise
 * @param exporter whether its exporter is heard
 * @param account whether its read-only account is heard
 * @param wan the way out to the Internet; null where only the exporter or nobody tells
 * @param leases who got an address of it; null where nobody tells
 * @param traffic of each of its network devices since it started; empty where nobody tells
 */
public record Router(
    Standing standing,
    @Nullable Boolean answersNames,
    @Nullable Boolean offersExitNode,
    @Nullable Boolean routesLan,
    Part exporter,
    Part account,
    Device device,
    Load load,
    @Nullable Wan wan,
    @Nullable List<Lease> leases,
    List<Traffic> traffic) {

  public Router {
    leases = leases == null ? null : List.copyOf(leases);
    traffic = List.copyOf(traffic);
  }

  /** Whether somebody who was asked of it has yet to say the first word. */
  public boolean isAwaited() {
    return standing == Standing.ANSWERS
        && (exporter.state() == Part.State.WAITING || account.state() == Part.State.WAITING);
  }

  /** Whether it is there. Where that cannot be told there is no router to read of at all. */
  public enum Standing {
    /** It answers this computer. */
    ANSWERS,
    /** It does not answer this computer, which is not at home; but the tailnet sees it online. */
    ELSEWHERE,
    /** It is gone: it does not answer at home, or the tailnet misses it. */
    GONE;

    /** The name used by {@code status --json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of the two who can tell more of the router.
   *
   * @param why why it tells nothing, or not all; null unless it was asked in vain
   */
  public record Part(State state, @Nullable Message why) {

    /** What became of asking. */
    public enum State {
      /** No address of it is set, which is neither good nor bad. */
      NOT_SET,
      /** Its first answer is still to come. */
      WAITING,
      TOLD,
      SILENT,
      /** It answers, and does not let this console in. */
      REFUSED;

      /** The name used by {@code status --json}. */
      public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }

    public static final Part NOT_SET = new Part(State.NOT_SET, null);
    public static final Part WAITING = new Part(State.WAITING, null);
    public static final Part TOLD = new Part(State.TOLD, null);
  }

  /**
   * What it is.
   *
   * @param firmware such as {@code OpenWrt 21.02-SNAPSHOT r15812}
   */
  public record Device(
      @Nullable String model, @Nullable String firmware, @Nullable String hostName) {
    public static final Device UNKNOWN = new Device(null, null, null);
  }

  /**
   * What it has to do.
   *
   * @param startedAt by this computer's clock
   * @param load1 processes that run or wait, on average over a minute
   * @param connections followed by the firewall (conntrack), and how many it can follow
   */
  public record Load(
      @Nullable Instant startedAt,
      @Nullable Double load1,
      @Nullable Double load5,
      @Nullable Double load15,
      @Nullable Long memoryTotalBytes,
      @Nullable Long memoryAvailableBytes,
      @Nullable Double celsius,
      @Nullable Long connections,
      @Nullable Long mostConnections) {
    public static final Load UNKNOWN =
        new Load(null, null, null, null, null, null, null, null, null);
  }

  /**
   * The way out: up with an address and a default route.
   *
   * @param since when it last changed to up; null while it is down
   */
  public record Wan(boolean up, @Nullable String address, @Nullable Instant since) {}

  /**
   * An address given to a device of the house.
   *
   * @param host the name the device gave itself; null where it gave none
   * @param endsAt null for a lease without end
   */
  public record Lease(
      @Nullable String host, String address, @Nullable String mac, @Nullable Instant endsAt) {}

  /** Bytes through one network device. */
  public record Traffic(String device, long receivedBytes, long sentBytes) {}
}
