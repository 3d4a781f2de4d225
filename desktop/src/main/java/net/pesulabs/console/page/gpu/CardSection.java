package net.pesulabs.console.page.gpu;

import java.time.ZoneId;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Meter;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.TimeChart;
import net.pesulabs.console.fx.TimeChart.Steps;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** One graphics card: its figures and their last minutes. */
final class CardSection extends VBox {

  private static final double GIB = 1024.0 * 1024 * 1024;

  /** Where the axis ends for want of a limit: what a card of this kind seldom passes. */
  private static final double WARM_CELSIUS = 100;

  private static final double ORDINARY_WATTS = 100;

  private final Texts texts;
  private final ZoneId zone;
  private final GpuViewModel model;
  private final String id;
  private final Figures<Card> card;

  CardSection(Texts texts, Now now, ZoneId zone, GpuViewModel model, String id) {
    this.texts = texts;
    this.zone = zone;
    this.model = model;
    this.id = id;
    this.card = new Figures<>(texts, now, model.card(id));
    var blocks = new Columns(320, 2, 16, busy(), memory(), temperature(), power());
    VBox.setVgrow(blocks, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().add(blocks);
  }

  private Block busy() {
    return block(
            Msg.gpuBusy(),
            axis(Steps.DECIMAL, Quantity::percent, c -> 100, c -> null),
            new Block.Course(Msg.gpuBusy(), Card::busyPercent))
        .with(
            card.figure(Card::busyPercent, Quantity::percent),
            null,
            new Meter(card.part(Card::busyPercent)),
            Figures.facts(
                card.fact(Msg.gpuCoreClock(), Card::coreMegahertz, Quantity::megahertz),
                card.fact(Msg.gpuMemoryClock(), Card::memoryMegahertz, Quantity::megahertz)));
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
            Card::vramTotalBytes,
            c -> null);
    return block(
            Msg.gpuVram(), axis, new Block.Course(Msg.gpuVram(), c -> (double) c.vramUsedBytes()))
        .with(
            card.figure(Card::vramUsedBytes, Quantity::bytes),
            card.beside(
                c -> c,
                c ->
                    Msg.gpuOfPercent(
                        Quantity.bytes(c.vramTotalBytes()), Quantity.percent(c.vramPercent()))),
            new Meter(card.part(Card::vramPercent)),
            Figures.facts(card.fact(Msg.gpuGtt(), Card::gttUsedBytes, Quantity::bytes)));
  }

  private Block temperature() {
    return block(
            Msg.gpuTemperature(),
            axis(
                Steps.DECIMAL,
                Quantity::celsius,
                c -> or(c.junctionLimitCelsius(), WARM_CELSIUS),
                c -> limit(c.junctionLimitCelsius(), Quantity::celsius)),
            new Block.Course(Msg.gpuJunction(), Card::junctionCelsius),
            new Block.Course(Msg.gpuMemoryTemperature(), Card::memoryCelsius),
            new Block.Course(Msg.gpuEdge(), Card::edgeCelsius))
        .with(
            card.figure(Card::junctionCelsius, Quantity::celsius),
            card.beside(
                Card::junctionLimitCelsius, limit -> Msg.gpuLimitOf(Quantity.celsius(limit))),
            null,
            Figures.facts(
                card.drawn(0, Msg.gpuJunction(), Card::junctionCelsius, Quantity::celsius),
                card.drawn(1, Msg.gpuMemoryTemperature(), Card::memoryCelsius, Quantity::celsius),
                card.drawn(2, Msg.gpuEdge(), Card::edgeCelsius, Quantity::celsius)));
  }

  private Block power() {
    return block(
            Msg.gpuPower(),
            axis(
                Steps.DECIMAL,
                Quantity::watts,
                c -> or(c.powerCapWatts(), ORDINARY_WATTS),
                c -> limit(c.powerCapWatts(), Quantity::watts)),
            new Block.Course(Msg.gpuPower(), Card::powerWatts))
        .with(
            card.figure(Card::powerWatts, Quantity::watts),
            card.beside(Card::powerCapWatts, cap -> Msg.gpuLimitOf(Quantity.watts(cap))),
            null,
            Figures.facts(card.fact(Msg.gpuFan(), CardSection::fan, fan -> fan)));
  }

  private static @Nullable Localized fan(Card card) {
    Double rpm = card.fanRpm();
    Double most = card.fanMaxRpm();
    return rpm == null
        ? null
        : most == null ? Quantity.rpm(rpm) : Msg.gpuOf(Quantity.number(rpm, 0), Quantity.rpm(most));
  }

  private Block block(Message title, Block.Axis axis, Block.Course... courses) {
    return new Block(texts, zone, model, id, title, axis, List.of(courses));
  }

  private static Block.Axis axis(
      Steps steps,
      DoubleFunction<Localized> words,
      ToDoubleFunction<Card> most,
      Function<Card, TimeChart.@Nullable Limit> limit) {
    return new Block.Axis(steps, words, words, most, limit);
  }

  private static TimeChart.@Nullable Limit limit(
      @Nullable Double value, DoubleFunction<Localized> words) {
    return value == null ? null : new TimeChart.Limit(value, Msg.gpuLimitOf(words.apply(value)));
  }

  private static double or(@Nullable Double value, double otherwise) {
    return value == null ? otherwise : value;
  }

  private static Localized bytes(double bytes) {
    return Quantity.bytes(Math.round(bytes));
  }
}
