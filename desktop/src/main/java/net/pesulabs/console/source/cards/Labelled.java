package net.pesulabs.console.source.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The cards among the samples of an exporter whose labels cannot be relied on: which label names
 * the card differs from version to version, and between what is documented and what is sent. The
 * first usual one that tells all cards apart is taken, or else any that does.
 */
public final class Labelled {

  private static final List<String> USUAL =
      List.of("gpu_id", "gpu_index", "index", "gpu_uuid", "uuid", "gpu", "gpu_name", "card");

  private final Samples samples;
  private final String label; // empty where there is no more than one card
  private final List<Sample> cards;

  private Labelled(Samples samples, String label, List<Sample> cards) {
    this.samples = samples;
    this.label = label;
    this.cards = cards;
  }

  /**
   * The cards that tell at least one of some figures, and not only zeros.
   *
   * @param figures the first that is told at all says which cards there are
   * @throws Failure where several cannot be told apart
   */
  public static Labelled of(Samples samples, List<String> figures) throws Failure {
    List<Sample> all =
        figures.stream()
            .map(samples::named)
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(List.of());
    String label = all.size() > 1 ? distinguishing(all) : "";
    var whole = new Labelled(samples, label, all);
    List<Sample> real =
        all.stream()
            .filter(card -> figures.stream().anyMatch(name -> whole.isPositive(card, name)))
            .sorted(
                Comparator.comparingInt((Sample card) -> card.label(label).length())
                    .thenComparing(card -> card.label(label)))
            .toList();
    return new Labelled(samples, label, real);
  }

  /** One sample of each card, which {@link #value} takes for it. */
  public List<Sample> cards() {
    return cards;
  }

  /** What a card may be called: its number where that is told, else its place. */
  public String id(Sample card) {
    String told =
        Stream.of("gpu_id", "gpu_index", "index")
            .map(card::label)
            .filter(value -> value.matches("[0-9]{1,3}"))
            .findFirst()
            .orElse(String.valueOf(cards.indexOf(card)));
    return "gpu" + told;
  }

  /** A figure of a card; null where it is not told, or cannot be true. */
  public @Nullable Double value(Sample card, String name, DoublePredicate possible) {
    for (Sample sample : samplesOf(card, name)) {
      if (Double.isFinite(sample.value()) && possible.test(sample.value())) {
        return sample.value();
      }
    }
    return null;
  }

  /** All samples of a card by a name. */
  public List<Sample> samplesOf(Sample card, String name) {
    List<Sample> some = samples.named(name);
    if (label.isEmpty()) {
      return some;
    }
    return some.stream().filter(one -> one.label(label).equals(card.label(label))).toList();
  }

  private boolean isPositive(Sample card, String name) {
    return value(card, name, value -> value > 0) != null;
  }

  private static String distinguishing(List<Sample> all) throws Failure {
    List<String> labels = new ArrayList<>(USUAL);
    all.getFirst().labels().keySet().stream().sorted().forEach(labels::add);
    return labels.stream()
        .filter(label -> tellsApart(label, all))
        .findFirst()
        .orElseThrow(
            () -> new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourcesCardsAlike(all.size())));
  }

  private static boolean tellsApart(String label, List<Sample> all) {
    var seen = new HashSet<String>();
    return all.stream().map(one -> one.label(label)).allMatch(v -> !v.isEmpty() && seen.add(v));
  }
}
