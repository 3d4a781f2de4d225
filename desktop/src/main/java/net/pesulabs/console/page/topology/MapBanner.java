package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;

/** Why what is on the map is old, or not all of it; takes no room while there is nothing to say. */
final class MapBanner extends VBox {

  private final Texts texts;
  private final Now now;
  private final Supplier<Reading<Cluster>> cluster;
  private final Supplier<List<Message>> notices;
  private List<Message> shown = List.of();

  MapBanner(
      Texts texts, Now now, Supplier<Reading<Cluster>> cluster, Supplier<List<Message>> notices) {
    this.texts = texts;
    this.now = now;
    this.cluster = cluster;
    this.notices = notices;
    getStyleClass().add("topology-banners");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void refresh() {
    var next = new ArrayList<Message>();
    Reading<Cluster> reading = cluster.get();
    if (!reading.isLive()) {
      Message why = reading.problem().orElseGet(Msg::readingNotReported);
      next.add(
          reading
              .age(now.get())
              .map(age -> Msg.topologyClusterOld(Quantity.duration(age), why))
              .orElseGet(() -> Msg.topologyClusterUnknown(why)));
    }
    next.addAll(notices.get());
    if (!next.equals(shown)) {
      shown = List.copyOf(next);
      getChildren().setAll(shown.stream().map(this::line).toList());
      setVisible(!shown.isEmpty());
    }
  }

  private HBox line(Message text) {
    var words = texts.on(new Label(), text);
    words.setWrapText(true);
    return MapKit.styled(
        new HBox(MapKit.icon(Feather.INFO, "topology-banner-icon"), words), "topology-banner");
  }
}
