package net.pesulabs.console.page.gpu;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Meter;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.chart.HistoryChart;
import net.pesulabs.console.fx.chart.HistoryChart.Steps;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One graphics card: its figures and their past. */
final class CardSection extends VBox {

  private static final double GIB = 1024.0 * 1024 * 1024;

  /** Where the axis ends for want of a limit: what a card of this kind seldom passes. */
  private static final double WARM_CELSIUS = 100;

  private static final double ORDINARY_WATTS = 100;

  private final Texts texts;
  private final Timeline timeline;
  private final String host;
  private final String id;
  private final Figures<Card> card;
  private final Columns blocks;

  CardSection(
      Texts texts,
      Now now,
      Timeline timeline,
      ObservableValue<Reading<Card>> reading,
      String host,
      String id) {
    this.texts = texts;
    this.timeline = timeline;
    this.host = host;
    this.id = id;
    this.card = new Figures<>(texts, now, reading);
    blocks = new Columns(320, 2, 16, memory(), temperature(), busy(), power());
    VBox.setVgrow(blocks, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getStyleClass().add("gpu-card-section");
    getChildren().addAll(blocks, more());
  }

  /** What few ask for: unfolded by a button, and asked of the past only then. */
  private ToggleButton more() {
    ToggleButton more = texts.on(new ToggleButton(), Msg.gpuChartsMore());
    more.getStyleClass().addAll("small", "gpu-more");
    var icon = new FontIcon(Feather.CHEVRON_DOWN);
    more.setGraphic(icon);
    more.selectedProperty()
        .subscribe((before, unfolded) -> {
          icon.setIconCode(unfolded ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
          getChildren().removeIf(Columns.class::isInstance);
          getChildren().addFirst(blocks);
          if (unfolded) {
            getChildren().add(new Columns(320, 2, 16, clocks(), fan()));
          }
        });
    return more;
  }

  private Block busy() {
    return block(
            Msg.gpuBusy(),
            axis(Steps.DECIMAL, Quantity::percent, c -> 100, c -> null),
            new Block.Course(Msg.gpuBusy(), Figure.BUSY))
        .with(
            card.figure(Card::busyPercent, Quantity::percent),
            null,
            new Meter(card.part(Card::busyPercent)),
            Figures.facts(
                card.fact(Msg.gpuCoreClock(), c -> c.clocks().coreMegahertz(), Quantity::megahertz),
                card.fact(
                    Msg.gpuMemoryClock(), c -> c.clocks().memoryMegahertz(), Quantity::megahertz)));
  }

  /**
   * GTT stands apart: it is the machine's memory, and adding it would make the card look bigger.
   */
  private Block memory() {
    var axis =
        new Block.Axis(
            Steps.BINARY,
            bytes -> bytes % GIB == 0 ? Msg.gpuGib(Quantity.number(bytes / GIB, 0)) : bytes(bytes),
            CardSection::bytes,
            c -> or(c.vramTotalBytes(), 1),
            c -> null);
    return block(
            Msg.gpuVram(),
            axis,
            new Block.Course(Msg.gpuVram(), Figure.VRAM_USED),
            new Block.Course(Msg.gpuGtt(), Figure.GTT_USED))
        .with(
            card.figure(Card::vramUsedBytes, Quantity::bytes),
            card.beside(
                Card::vram,
                vram ->
                    Msg.gpuOfPercent(
                        Quantity.bytes(vram.totalBytes()), Quantity.percent(vram.percent()))),
            new Meter(card.part(Card::vramPercent)),
            Figures.facts(
                card.drawn(0, Msg.gpuVram(), Card::vramUsedBytes, Quantity::bytes),
                card.drawn(1, Msg.gpuGtt(), Card::gttUsedBytes, Quantity::bytes)));
  }

  private Block temperature() {
    return block(
            Msg.gpuTemperature(),
            axis(
                Steps.DECIMAL,
                Quantity::celsius,
                c -> or(c.junction().limitCelsius(), WARM_CELSIUS),
                c -> limit(c.junction().limitCelsius(), Quantity::celsius)),
            new Block.Course(Msg.gpuJunction(), Figure.JUNCTION),
            new Block.Course(Msg.gpuMemoryTemperature(), Figure.MEMORY_TEMPERATURE),
            new Block.Course(Msg.gpuEdge(), Figure.EDGE))
        .with(
            card.figure(c -> hottest(c).celsius(), Quantity::celsius),
            card.beside(
                c -> hottest(c).limitCelsius(), limit -> Msg.gpuLimitOf(Quantity.celsius(limit))),
            new Meter(card.part(c -> share(hottest(c).celsius(), hottest(c).limitCelsius()))),
            Figures.facts(
                heat(0, Msg.gpuJunction(), Card::junction),
                heat(1, Msg.gpuMemoryTemperature(), Card::memory),
                heat(2, Msg.gpuEdge(), Card::edge)));
  }

  /** A temperature and its own limit: each part of a card bears another one. */
  private Node heat(int line, Message name, Function<Card, Card.Heat> heat) {
    return card.drawn(
        line,
        name,
        c -> heat.apply(c).celsius() == null ? null : heat.apply(c),
        CardSection::words);
  }

  private static Localized words(Card.Heat heat) {
    double celsius = or(heat.celsius(), 0);
    return heat.limitCelsius() == null
        ? Quantity.celsius(celsius)
        : Msg.gpuStatesOfLimit(Quantity.celsius(celsius), Quantity.celsius(heat.limitCelsius()));
  }

  /** The hottest spot, where the card tells it. */
  private static Card.Heat hottest(Card card) {
    return card.junction().celsius() != null ? card.junction() : card.edge();
  }

  private static @Nullable Double share(@Nullable Double value, @Nullable Double most) {
    return value == null || most == null ? null : (Double) (100 * value / most);
  }

  private Block power() {
    return block(
            Msg.gpuPower(),
            axis(
                Steps.DECIMAL,
                Quantity::watts,
                c -> or(c.power().capWatts(), ORDINARY_WATTS),
                c -> limit(c.power().capWatts(), Quantity::watts)),
            new Block.Course(Msg.gpuPower(), Figure.POWER))
        .with(
            card.figure(c -> c.power().watts(), Quantity::watts),
            card.beside(c -> c.power().capWatts(), cap -> Msg.gpuLimitOf(Quantity.watts(cap))),
            new Meter(card.part(c -> share(c.power().watts(), c.power().capWatts()))),
            Figures.facts(card.fact(Msg.gpuFan(), CardSection::fan, fan -> fan)));
  }

  private Block clocks() {
    return block(
            Msg.gpuChartsClocks(),
            axis(Steps.DECIMAL, Quantity::megahertz, c -> 1000, c -> null),
            new Block.Course(Msg.gpuCoreClock(), Figure.CORE_CLOCK),
            new Block.Course(Msg.gpuMemoryClock(), Figure.MEMORY_CLOCK))
        .with(
            card.figure(c -> c.clocks().coreMegahertz(), Quantity::megahertz),
            null,
            null,
            Figures.facts(
                card.drawn(
                    0, Msg.gpuCoreClock(), c -> c.clocks().coreMegahertz(), Quantity::megahertz),
                card.drawn(
                    1,
                    Msg.gpuMemoryClock(),
                    c -> c.clocks().memoryMegahertz(),
                    Quantity::megahertz)));
  }

  private Block fan() {
    return block(
            Msg.gpuFan(),
            axis(Steps.DECIMAL, Quantity::rpm, c -> or(c.fan().maxRpm(), 1000), c -> null),
            new Block.Course(Msg.gpuFan(), Figure.FAN))
        .with(card.figure(c -> c.fan().rpm(), Quantity::rpm), null, null, null);
  }

  private static @Nullable Localized fan(Card card) {
    Double rpm = card.fan().rpm();
    Double most = card.fan().maxRpm();
    return rpm == null
        ? null
        : most == null
            ? Quantity.rpm(rpm)
            : Msg.gpuStatesFanOf(Quantity.rpm(rpm), Quantity.percent(100 * rpm / most));
  }

  private Block block(Message title, Block.Axis axis, Block.Course... courses) {
    return new Block(
        texts,
        timeline,
        card.reading(),
        figure -> Series.ofCard(host, id, figure),
        title,
        axis,
        List.of(courses));
  }

  private static Block.Axis axis(
      Steps steps,
      DoubleFunction<Localized> words,
      ToDoubleFunction<Card> most,
      Function<Card, HistoryChart.@Nullable Limit> limit) {
    return new Block.Axis(steps, words, words, most, limit);
  }

  private static HistoryChart.@Nullable Limit limit(
      @Nullable Double value, DoubleFunction<Localized> words) {
    return value == null ? null : new HistoryChart.Limit(value, Msg.gpuLimitOf(words.apply(value)));
  }

  private static double or(@Nullable Number value, double otherwise) {
    return value == null ? otherwise : value.doubleValue();
  }

  private static Localized bytes(double bytes) {
    return Quantity.bytes(Math.round(bytes));
  }
}
