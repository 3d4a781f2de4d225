package net.pesulabs.console.page.home;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.health.ModelHealth;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Our own AI: whether one can talk with it, and how quickly it answers. */
final class ModelCard extends VBox {

  /** How many of the places to talk are taken. */
  private record Slots(int busy, int total) {}

  ModelCard(CardKit kit) {
    getStyleClass().addAll("card", "model-card");
    ObservableValue<Reading<ModelServer>> model = kit.part(Sight::model);

    var name =
        CardKit.styled(
            kit.figure(model.map(reading -> reading.map(ModelServer::name)), Localized::verbatim),
            "ai-name");
    name.setWrapText(true);
    var state =
        CardKit.styled(
            kit.state(model.map(reading -> reading.map(ModelHealth::of))), "state-strong");
    var stats =
        new HBox(
            kit.stat(
                Msg.homeModelSpeed(),
                model.map(reading -> reading.map(ModelServer::tokensPerSecond)),
                speed -> Msg.homeModelTokensPerSecond(Quantity.number(speed, 1))),
            kit.stat(
                Msg.homeModelContext(),
                model.map(reading -> reading.map(ModelServer::context)),
                Msg::homeModelTokens));
    getChildren()
        .addAll(
            kit.title(Feather.MESSAGE_CIRCLE, Msg.homeModelTitle()),
            new VBox(state, name),
            CardKit.styled(stats, "stats"),
            CardKit.spring(),
            kit.share(
                Msg.homeModelSlots(),
                model.map(reading -> reading.map(ModelCard::slots)),
                slots -> Msg.homeOf(slots.busy, slots.total),
                slots -> slots.total == 0 ? 0 : (double) slots.busy / slots.total),
            kit.note(model));
  }

  private static @Nullable Slots slots(ModelServer model) {
    Integer busy = model.slotsBusy();
    Integer total = model.slotsTotal();
    return busy == null || total == null ? null : new Slots(busy, total);
  }
}
