package net.pesulabs.console.page.topology;

import java.util.List;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;

/**
 * What the side panel tells of the one thing selected.
 *
 * @param id of the item or link
 * @param live whether its source is heard now; if not, the facts are old
 */
record Details(
    String id,
    Localized title,
    Localized subtitle,
    Health health,
    boolean live,
    List<Fact> facts,
    List<PodLine> pods) {

  /** A named fact. */
  record Fact(Message label, Localized value) {}

  /**
   * A pod of a workload.
   *
   * @param status the STATUS column of {@code kubectl get pods}
   */
  record PodLine(String name, String status, Health health) {}
}
