package net.pesulabs.console.page.home;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.MainCard;
import org.kordamp.ikonli.feather.Feather;

/** The graphics card that carries the model: how busy, how full, how hot. */
final class GpuCard extends VBox {

  GpuCard(CardKit kit) {
    getStyleClass().addAll("card", "gpu-card");
    ObservableValue<Reading<GpuNode>> node = kit.part(Sight::gpu);
    ObservableValue<Reading<Card>> card =
        node.map(reading -> reading.map(n -> MainCard.of(n).orElse(null)));

    var host = CardKit.styled(kit.figure(node, n -> Localized.verbatim(n.host())), "card-aside");
    var state = CardKit.styled(kit.figure(node, n -> word(kit, n)), "strong");
    state.setWrapText(true);
    var figures =
        new HBox(
            kit.stat(
                Msg.homeGpuTemperature(),
                card.map(reading -> reading.map(c -> c.edge().celsius())),
                Quantity::celsius),
            kit.stat(
                Msg.homeGpuPower(),
                card.map(reading -> reading.map(c -> c.power().watts())),
                Quantity::watts));
    figures.getStyleClass().add("stats");
    var right = new VBox(state, figures);
    right.getStyleClass().add("gpu-right");
    HBox.setHgrow(right, Priority.ALWAYS);

    ObservableValue<Reading<Double>> busy = card.map(reading -> reading.map(MainCard::busyPercent));
    var figure = CardKit.styled(kit.figure(busy, Quantity::percent), "ring-figure");
    var top = new HBox(new Ring(busy, figure), right);
    top.getStyleClass().add("gpu-top");
    getChildren()
        .addAll(
            kit.title(Feather.ACTIVITY, Msg.homeGpuTitle(), host),
            top,
            CardKit.spring(),
            kit.share(
                Msg.homeGpuMemory(),
                card.map(reading -> reading.map(Card::vram)),
                vram ->
                    Msg.homeOf(Quantity.bytes(vram.usedBytes()), Quantity.bytes(vram.totalBytes())),
                vram -> vram.percent() / 100),
            kit.share(
                Msg.homeMachineMemory(),
                node.map(reading -> reading.map(GpuNode::memory)),
                memory ->
                    Msg.homeOf(
                        Quantity.bytes(memory.usedBytes()), Quantity.bytes(memory.totalBytes())),
                memory -> (double) memory.usedBytes() / memory.totalBytes()),
            kit.note(node));
  }

  /** What matters most of the card; that there is none, where its machine says so. */
  private static Message word(CardKit kit, GpuNode node) {
    return MainCard.of(node)
        .map(card -> kit.model().word(node, card))
        .orElseGet(Msg::gpuHealthNone);
  }
}
