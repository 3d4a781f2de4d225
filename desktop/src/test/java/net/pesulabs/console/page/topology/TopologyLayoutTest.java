package net.pesulabs.console.page.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.pesulabs.console.page.topology.Plan.Frame;
import net.pesulabs.console.page.topology.Plan.Shelf;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for the layout of any house. */
class TopologyLayoutTest {

  @RepeatedTest(40)
  void nothingOverlapsAndChipsStayInTheirMachine(RepetitionInfo repetition) {
    Plan plan = plan(new Random(repetition.getCurrentRepetition()));
    Map<String, Rect> rects = TopologyLayout.of(plan).rects();

    List<String> frames = frames(plan).stream().map(Frame::id).toList();
    var alone = new ArrayList<>(rects.keySet());
    alone.removeAll(frames);
    assertThat(overlaps(rects, alone)).isEmpty();
    var outer = new ArrayList<>(frames);
    outer.addAll(List.of(Item.INTERNET, Item.LAN, Item.TAILNET, Item.LAPTOP));
    assertThat(overlaps(rects, outer)).isEmpty();
    for (Frame frame : frames(plan)) {
      for (Shelf shelf : frame.shelves()) {
        assertThat(shelf.chips()).allMatch(chip -> rects.get(frame.id()).contains(rects.get(chip)));
      }
    }
  }

  @RepeatedTest(20)
  void theSamePlanGivesTheSamePicture(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();

    assertThat(TopologyLayout.of(plan(new Random(seed))))
        .isEqualTo(TopologyLayout.of(plan(new Random(seed))));
  }

  @Test
  void everythingLiesWithinThePicture() {
    TopologyLayout layout = TopologyLayout.of(plan(new Random(7)));
    var all = new Rect(0, 0, layout.width(), layout.height());

    assertThat(layout.rects().values()).allMatch(all::contains);
    assertThat(layout.wires().values())
        .flatExtracting(TopologyLayout.Wire::points)
        .allMatch(p -> p.x() >= 0 && p.x() <= all.right() && p.y() >= 0 && p.y() <= all.bottom());
  }

  @Test
  void whatComesInOneMachineMovesNothingInTheOthers() {
    Frame asuna = new Frame("machine/asuna", true, List.of(shelf("apps", 4), shelf("data", 2)));
    Frame compute = new Frame("machine/pesubuntu", true, List.of(shelf("ai", 3)));
    TopologyLayout before = TopologyLayout.of(new Plan(List.of(), List.of(asuna, compute)));

    Frame more = new Frame("machine/pesubuntu", true, List.of(shelf("ai", 3), shelf("tools", 9)));
    TopologyLayout after = TopologyLayout.of(new Plan(List.of(), List.of(asuna, more)));

    assertThat(after.rects()).containsAllEntriesOf(without(before, "machine/pesubuntu"));
  }

  /** Free places on the last row of a shelf are taken before anything moves. */
  @Test
  void aNewcomerThatFitsOnItsShelfMovesNobody() {
    Frame compute = new Frame("machine/pesubuntu", true, List.of(shelf("ai", 1)));
    TopologyLayout before =
        TopologyLayout.of(
            new Plan(
                List.of(),
                List.of(new Frame("machine/asuna", true, List.of(shelf("apps", 4))), compute)));
    TopologyLayout after =
        TopologyLayout.of(
            new Plan(
                List.of(),
                List.of(new Frame("machine/asuna", true, List.of(shelf("apps", 5))), compute)));

    assertThat(after.rects()).containsAllEntriesOf(before.rects());
  }

  @Test
  void aNewMachineMovesNoOther() {
    Frame asuna = new Frame("machine/asuna", true, List.of(shelf("apps", 4)));
    Frame other = new Frame("machine/nueva", true, List.of());

    assertThat(TopologyLayout.of(new Plan(List.of(), List.of(asuna, other))).rects())
        .containsAllEntriesOf(TopologyLayout.of(new Plan(List.of(), List.of(asuna))).rects());
  }

  @Test
  void linesEndWhereTheyBegin() {
    Frame gateway = new Frame("machine/gw", true, List.of());
    Frame asuna = new Frame("machine/asuna", true, List.of());
    TopologyLayout layout = TopologyLayout.of(new Plan(List.of(gateway), List.of(asuna)));

    TopologyLayout.Wire wire = layout.wires().get("link/lan/machine/asuna");
    assertThat(wire.points().getFirst().x()).isEqualTo(layout.rects().get(Item.LAN).centerX());
    assertThat(wire.points().getLast().x()).isEqualTo(layout.rects().get(asuna.id()).x());
    assertThat(layout.wires())
        .containsOnlyKeys(
            "link/internet/machine/gw",
            "link/machine/gw/lan",
            "link/tailnet/machine/gw",
            "link/lan/machine/asuna",
            "link/tailnet/machine/asuna",
            "link/laptop/tailnet");
  }

  private static Map<String, Rect> without(TopologyLayout layout, String frame) {
    var rects = new java.util.HashMap<>(layout.rects());
    rects.remove(frame);
    return rects;
  }

  private static List<String> overlaps(Map<String, Rect> rects, List<String> ids) {
    var overlaps = new ArrayList<String>();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        if (rects.get(ids.get(i)).overlaps(rects.get(ids.get(j)))) {
          overlaps.add(ids.get(i) + " and " + ids.get(j));
        }
      }
    }
    return overlaps;
  }

  private static List<Frame> frames(Plan plan) {
    var frames = new ArrayList<>(plan.gateways());
    frames.addAll(plan.machines());
    return frames;
  }

  private static Plan plan(Random random) {
    return new Plan(
        frames("gw", random.nextInt(3), random), frames("node", random.nextInt(6), random));
  }

  private static List<Frame> frames(String name, int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Frame(
                "machine/" + name + i,
                random.nextInt(5) > 0,
                IntStream.range(0, random.nextInt(5))
                    .mapToObj(s -> shelf(name + i + "-" + s, 1 + random.nextInt(11)))
                    .toList()))
        .toList();
  }

  private static Shelf shelf(String name, int chips) {
    return new Shelf(
        name, IntStream.range(0, chips).mapToObj(i -> "workload/" + name + "/" + i).toList());
  }
}
