package net.pesulabs.console.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one concern while they are kept up. What it costs to tell of them depends on how
 * many causes there are, not on how many findings.
 */
final class Group {

  /** So many names say what it is about; the count says the rest. */
  static final int MOST_OBJECTS = 12;

  private record Place(Severity severity, @Nullable Instant since, String object, String slot) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::severity, Comparator.reverseOrder())
            .thenComparing(Place::since, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Place::object)
            .thenComparing(Place::slot);

    static Place of(String slot, Finding finding) {
      return new Place(finding.severity(), finding.since(), finding.object(), slot);
    }
  }

  /** What nobody need mend never leads what somebody should, however near to the root it is. */
  private static final Comparator<Finding> LEADING =
      Comparator.comparing((Finding finding) -> !finding.severity().wantsCare())
          .thenComparing(finding -> Causes.rank(finding.cause()))
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::cause);

  private final Map<String, TreeMap<Place, Finding>> byCause = new TreeMap<>();

  void add(String slot, Finding finding) {
    byCause
        .computeIfAbsent(finding.cause(), cause -> new TreeMap<>(Place.ORDER))
        .put(Place.of(slot, finding), finding);
  }

  void remove(String slot, Finding finding) {
    byCause.computeIfPresent(
        finding.cause(),
        (cause, findings) -> {
          findings.remove(Place.of(slot, finding));
          return findings.isEmpty() ? null : findings;
        });
  }

  boolean isEmpty() {
    return byCause.isEmpty();
  }

  Concern concern(String id) {
    Finding leading = byCause.values().stream().map(Group::first).min(LEADING).orElseThrow();
    Severity worst =
        byCause.values().stream()
            .map(findings -> first(findings).severity())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    List<Concern.Folded> folded =
        byCause.values().stream()
            .sorted(Comparator.comparing(Group::first, LEADING))
            .map(findings -> folded(findings, leading))
            .filter(each -> each.count() > 0)
            .toList();
    return new Concern(id, worst, leading, folded);
  }

  private static Concern.Folded folded(TreeMap<Place, Finding> findings, Finding leading) {
    int skipped = first(findings) == leading ? 1 : 0;
    List<Finding> some = findings.values().stream().skip(skipped).limit(MOST_OBJECTS).toList();
    return new Concern.Folded(
        some.isEmpty() ? leading : some.getFirst(),
        some.stream().map(Finding::object).toList(),
        findings.size() - skipped);
  }

  private static Finding first(TreeMap<Place, Finding> findings) {
    return findings.firstEntry().getValue();
  }
}
