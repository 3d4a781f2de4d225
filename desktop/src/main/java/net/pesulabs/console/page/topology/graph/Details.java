package net.pesulabs.console.page.topology.graph;

import java.util.List;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the one thing selected.
 *
 * @param id of the vertex or edge
 * @param live whether its source is heard now; if not, the facts are old
 * @param findings what wants care of it and of what stands in it, the worst first, at most {@value
 *     #MOST}
 * @param neighbours what it stands in, what stands in it, and where its edges lead, at most {@value
 *     #MOST} of each
 * @param pods those it is made of, the worst first, at most {@value #MOST}
 * @param morePods how many pods are left off
 */
public record Details(
    String id,
    Localized title,
    Localized subtitle,
    Health health,
    boolean live,
    List<Fact> facts,
    List<Finding> findings,
    List<Neighbour> neighbours,
    List<PodLine> pods,
    int morePods,
    List<Action> actions) {

  /** So many of a sort are told one by one; more nobody reads in a side panel. */
  static final int MOST = 40;

  /**
   * A named fact.
   *
   * @param from the reading it was heard by, for its source, way and age; null for a setting
   */
  public record Fact(Message label, Localized value, @Nullable Reading<?> from) {}

  /** A pod, by the id of its vertex; its status is the STATUS column of {@code kubectl}. */
  public record PodLine(String id, String name, String status, Health health) {}

  /**
   * Something it has to do with.
   *
   * @param via the edge between the two; null where one stands in the other
   */
  public record Neighbour(String id, Localized title, Relation relation, @Nullable String via) {}

  /** How a neighbour stands to it. */
  public enum Relation {
    STANDS_IN(Msg.topologyRelationStandsIn()),
    HOLDS(Msg.topologyRelationHolds()),
    COMES_FROM(Msg.topologyRelationComesFrom()),
    LEADS_TO(Msg.topologyRelationLeadsTo()),
    OWNED_BY(Msg.topologyRelationOwnedBy()),
    OWNS(Msg.topologyRelationOwns());

    private final Message title;

    Relation(Message title) {
      this.title = title;
    }

    public Message title() {
      return title;
    }
  }

  public Details {
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
    neighbours = List.copyOf(neighbours);
    pods = List.copyOf(pods);
    actions = List.copyOf(actions);
  }
}
