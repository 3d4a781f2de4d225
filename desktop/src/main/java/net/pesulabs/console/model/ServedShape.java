package net.pesulabs.console.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A model by what its server tells: the size of its weights, and its layers where it is known. */
public final class ServedShape {

  /** In names of mixtures: so many billions, of which so many at work. */
  private static final Pattern ACTIVE =
      Pattern.compile("(?i)(?<![0-9.])(\\d+(?:\\.\\d+)?)B[-_]A(\\d+(?:\\.\\d+)?)B");

  private ServedShape() {}

  /**
   * What is known of it; empty where the server does not even tell its weights. All of them are
   * counted to the card, though a few per cent may stay outside: how many, only the file tells.
   */
  public static Optional<ModelShape> of(Model model) {
    Long bytes = model.weightBytes();
    if (bytes == null) {
      return Optional.empty();
    }
    KnownModel known = KnownModel.of(model).orElse(null);
    return Optional.of(
        new ModelShape(
            model.name(),
            null,
            model.quantisation(),
            model.parameters(),
            new Weights(bytes, bytes, perToken(model, bytes, known)),
            known == null ? unknown(model) : known.attention(),
            null, // its buffers are those of experience
            model.trainedContext()));
  }

  /** The table's name of a model that is known again by its sizes. */
  public static Optional<String> knownAs(Model model) {
    return KnownModel.of(model).map(KnownModel::name);
  }

  private static Attention unknown(Model model) {
    String name = model.name();
    return new Attention.NotKnown(Msg.plannerWhyServed(name == null ? "" : name));
  }

  /**
   * What is read for each token, and no more than that: the bound on the speed that follows is
   * never too low. Of a table of words that has an output beside it but a row is read.
   */
  private static long perToken(Model model, long bytes, @Nullable KnownModel known) {
    Long parameters = model.parameters();
    if (parameters == null) {
      return bytes;
    }
    double active = active(model, known);
    boolean shared = known != null && known.sharesItsTable(parameters);
    double table =
        shared || model.embedding() == null || model.vocabulary() == null
            ? 0
            : (double) model.embedding() * model.vocabulary() / parameters;
    // Of a mixture the table is not among the active weights that its makers count.
    double read = active < 1 ? active : Math.max(0.5, 1 - table);
    return Math.max(1, Math.round(bytes * read));
  }

  private static double active(Model model, @Nullable KnownModel known) {
    if (known != null) {
      return Math.min(1, known.activeBillions() / known.billions());
    }
    String name = model.name();
    Matcher matcher = ACTIVE.matcher(name == null ? "" : name);
    if (!matcher.find()) {
      return 1;
    }
    double all = Double.parseDouble(matcher.group(1));
    double working = Double.parseDouble(matcher.group(2));
    return all <= 0 || working <= 0 ? 1 : Math.min(1, working / all);
  }
}
