package net.pesulabs.console.page.topology;

import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.MainCard;

/** The facts of the graphics card and of the model server. */
final class HardwareDetails {

  private HardwareDetails() {}

  static Details of(Item.Hardware item, Picture picture) {
    House house = picture.house();
    boolean gpu = item.id().equals(Item.GPU);
    Reading<?> reading = gpu ? house.gpu() : house.model();
    FactSheet sheet =
        gpu ? card(house.gpu().map(n -> MainCard.of(n).orElse(null))) : model(house.model());
    sheet
        .add(Msg.topologyFactMachine(), Titles.of(item.box(), picture))
        .add(Msg.topologyFactAsked(), reading.origin().address())
        .age(reading, picture.now());
    return new Details(
        item.id(),
        Titles.hardware(item.id()),
        gpu ? Msg.topologyGpuWhat() : Msg.topologyModelWhat(),
        item.health(),
        reading.isLive(),
        sheet.facts(),
        List.of());
  }

  private static FactSheet card(Reading<Card> card) {
    return new FactSheet()
        .figure(Msg.topologyFactBusy(), card.map(MainCard::busyPercent), Quantity::percent)
        .figure(
            Msg.homeGpuMemory(),
            card,
            c -> Msg.homeOf(Quantity.bytes(c.vramUsedBytes()), Quantity.bytes(c.vramTotalBytes())))
        .figure(Msg.homeGpuTemperature(), card.map(Card::edgeCelsius), Quantity::celsius)
        .figure(Msg.homeGpuPower(), card.map(Card::powerWatts), Quantity::watts);
  }

  private static FactSheet model(Reading<ModelServer> model) {
    return new FactSheet()
        .figure(Msg.topologyFactModel(), model.map(ModelServer::name), Localized::verbatim)
        .figure(Msg.homeModelContext(), model.map(ModelServer::context), Msg::homeModelTokens)
        .figure(
            Msg.homeModelSpeed(),
            model.map(ModelServer::tokensPerSecond),
            speed -> Msg.homeModelTokensPerSecond(Quantity.number(speed, 1)))
        .figure(
            Msg.homeModelSlots(),
            model.map(ModelServer::slotsBusy),
            busy -> Quantity.number(busy, 0));
  }
}
