package net.pesulabs.console.app.bench;

import java.util.Locale;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param name for scripts
 * @param value null where it could not be measured
 * @param bound the most it may be; null where nothing was promised
 * @param reason why there is no value
 */
public record Figure(
    String name,
    Message title,
    @Nullable Double value,
    Unit unit,
    @Nullable Double bound,
    @Nullable Message reason) {

  /** What a figure counts. */
  public enum Unit {
    MS("ms", 1),
    S("s", 2),
    MIB("MiB", 1),
    MIB_PER_HOUR("MiB/h", 2),
    MIB_PER_S("MiB/s", 2),
    PERCENT("percent", 2),
    RATIO("ratio", 3),
    COUNT("count", 0);

    private final String id;
    private final int decimals;

    Unit(String id, int decimals) {
      this.id = id;
      this.decimals = decimals;
    }

    public String id() {
      return id;
    }

    int decimals() {
      return decimals;
    }

    String sign() {
      return switch (this) {
        case PERCENT -> " %";
        case RATIO -> "×";
        case COUNT -> "";
        default -> " " + id;
      };
    }
  }

  public static Figure of(String name, Message title, double value, Unit unit) {
    return new Figure(name, title, value, unit, null, null);
  }

  public static Figure missing(String name, Message title, Unit unit, Message reason) {
    return new Figure(name, title, null, unit, null, reason);
  }

  /** A figure that may be missing for a reason. */
  public static Figure of(
      String name, Message title, @Nullable Double value, Unit unit, Message reason) {
    return value == null ? missing(name, title, unit, reason) : of(name, title, value, unit);
  }

  /** The same with what it may be at most. */
  public Figure atMost(double most) {
    return new Figure(name, title, value, unit, most, reason);
  }

  /** Null where there is no value or no bound. */
  public @Nullable Boolean within() {
    return value == null || bound == null ? null : (Boolean) (value <= bound);
  }

  /** As many decimals as mean something. */
  @Nullable Double rounded() {
    return value == null
        ? null
        : (Double)
            Double.parseDouble(String.format(Locale.ROOT, "%." + unit.decimals() + "f", value));
  }
}
