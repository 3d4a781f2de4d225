package net.pesulabs.console.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * What is found of the graphics cards and of the machine that has them, which remembers what it
 * found and which cards it saw. One thread at a time.
 */
final class HardwareHealth {

  private final Lingering lingering = new Lingering();
  private final Map<String, Set<String>> seen = new LinkedHashMap<>();

  /**
   * The findings of one moment, by object; objects without one are there too.
   *
   * @param machine the name of the machine, as the settings have it
   * @param expected the card that the settings name; empty for none
   * @param at when the figures were told
   */
  Map<String, List<Finding>> judge(GpuNode node, String machine, String expected, Instant at) {
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    Set<String> cards = seen.computeIfAbsent(node.host(), host -> new LinkedHashSet<>());
    Set<String> present = node.cards().stream().map(Card::id).collect(Collectors.toSet());
    cards.addAll(present);
    boolean several = cards.size() > 1;
    for (Card card : node.cards()) {
      String object = GpuHealth.object(node, card);
      List<Diagnosis> raw = GpuHealth.diagnose(card, lingering.causes(object));
      found.put(object, findings(object, raw, several ? card.id() : "", at));
    }
    for (String gone : cards) {
      if (!present.contains(gone)) {
        String object = GpuHealth.object(node.host(), gone);
        found.put(object, findings(object, List.of(GpuHealth.vanished(gone)), "", at));
      }
    }
    if (cards.isEmpty() && !expected.isEmpty()) {
      String object = "gpu/" + node.host();
      found.put(
          object, findings(object, List.of(GpuHealth.missing(node.host(), expected)), "", at));
    }
    for (Disk disk : node.machine().disks()) {
      String slot = "machine/" + machine + "/disk" + disk.mount();
      boolean held = !lingering.causes(slot).isEmpty();
      List<Diagnosis> raw = MachineHealth.diagnose(disk, held);
      found.put(
          slot,
          lingering.settle(slot, raw, at).stream()
              .map(
                  each -> named(each, "machine/" + machine, Msg.findingAbout(machine, each.text())))
              .toList());
    }
    lingering.keepOnly(new HashSet<>(found.keySet()));
    return found;
  }

  /** Whether a finding is of this kind. */
  static boolean isAbout(Finding finding) {
    return finding.cause().equals(MachineHealth.DISK)
        || finding.cause().equals(GpuHealth.MISSING)
        || CardCondition.ofCause(finding.cause()) != null;
  }

  /** Another house, or nobody yet. */
  void forget() {
    seen.clear();
    lingering.keepOnly(Set.of());
  }

  private List<Finding> findings(String object, List<Diagnosis> raw, String name, Instant at) {
    List<Diagnosis> settled = new ArrayList<>(lingering.settle(object, raw, at));
    Set<String> now = causes(raw);
    // A card that is back is not missing for a moment longer, nor has one that is gone any figures.
    settled.removeIf(
        each -> now.contains(GpuHealth.VANISHED) != GpuHealth.VANISHED.equals(each.cause()));
    Set<String> all = causes(settled);
    return settled.stream()
        .filter(each -> each.cause() != null && !GpuHealth.goesWithoutSaying(each.cause(), all))
        .map(each ->
            named(each, object, name.isEmpty() ? each.text() : Msg.findingAbout(name, each.text())))
        .sorted(Comparator.comparing(Finding::cause))
        .toList();
  }

  private static Finding named(Diagnosis diagnosis, String object, Message text) {
    Finding finding = diagnosis.finding(object, text);
    if (finding == null) {
      throw new IllegalArgumentException("no finding: " + diagnosis);
    }
    return finding;
  }

  private static Set<String> causes(List<Diagnosis> diagnoses) {
    return diagnoses.stream().map(Diagnosis::cause).collect(Collectors.toSet());
  }
}
