package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Trace;
import org.jspecify.annotations.Nullable;

/** The boxes of a chart where nothing was measured, and in those with room for it why. */
final class ChartSilences {

  private static final double NAME_WIDTH = 52;

  private final Path boxes;
  private final TextPool names = new TextPool("chart-silence-name");
  private List<Long> drawn = List.of();
  private List<Stretch> settled = List.of();
  private @Nullable Trace of;
  private long version;

  ChartSilences(Path boxes) {
    this.boxes = boxes;
  }

  Node names() {
    return names.node();
  }

  /** All will be drawn anew: the chart has changed. */
  void forget() {
    drawn = List.of();
    of = null;
  }

  /** Draws those of a trace that have changed. */
  void draw(ChartPlot plot, @Nullable Trace trace, Instant now, String silence) {
    List<Stretch> next = trace == null ? List.of() : in(plot.shown(), trace, now);
    var edges = edges(plot, next);
    if (edges.equals(drawn)) {
      return;
    }
    drawn = edges;
    boxes.getElements().setAll(ChartPaths.boxes(plot, next));
    names.begin();
    for (Stretch gap : next) {
      double width = plot.x(gap.to()) - plot.x(gap.from());
      if (width >= NAME_WIDTH) {
        Text text = names.next(silence);
        double free = width - text.getLayoutBounds().getWidth();
        double x = plot.x(gap.from()) + free / 2;
        text.relocate(Math.rint(x), Math.rint(plot.top() + plot.height() / 2));
      }
    }
    names.end();
  }

  /** From and to, in half pixels: the last silence grows with the time, and mostly by less. */
  private static List<Long> edges(ChartPlot plot, List<Stretch> stretches) {
    return stretches.stream()
        .flatMap(each -> Stream.of(each.from(), each.to()))
        .map(moment -> Math.round(2 * plot.x(moment)))
        .toList();
  }

  /** What is settled has hundreds of buckets, and is looked through only where it has changed. */
  private List<Stretch> in(Stretch shown, Trace trace, Instant now) {
    List<Bucket> before = trace.settled();
    if (before.isEmpty()) {
      return Gaps.in(shown, trace.buckets(), trace.width(), now);
    }
    Instant last = before.getLast().at();
    if (trace != of || trace.version() != version) {
      of = trace;
      version = trace.version();
      settled =
          shown.from().isBefore(last)
              ? Gaps.in(new Stretch(shown.from(), last), before, trace.width(), last)
              : List.of();
    }
    var all = new ArrayList<>(settled);
    if (last.isBefore(shown.to())) {
      Instant from = last.isBefore(shown.from()) ? shown.from() : last;
      all.addAll(Gaps.in(new Stretch(from, shown.to()), trace.tail(), trace.width(), now));
    }
    return all;
  }
}
