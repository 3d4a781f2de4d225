package net.pesulabs.console.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageContext;

/** The slim bar on top: whose house this is, and one lamp for each of four sources. */
final class TopBar {

  /** What the family asks after; the router shows where the house is drawn. */
  private static final List<Source> LAMPS =
      List.of(Source.TAILNET, Source.CLUSTER, Source.GPU, Source.MODEL);

  private final HBox root = new HBox();

  /**
   * @param until closes what the bar follows
   */
  TopBar(
      Session session,
      PageContext context,
      Consumer<PageId> show,
      ObservableValue<PageId> current,
      Subscriptions until) {
    var house = new Label();
    house.getStyleClass().add("house");
    house.setMinWidth(Region.USE_PREF_SIZE);
    var demo = context.texts().on(new Label(), Msg.appDemo());
    demo.getStyleClass().add("demo-badge");
    demo.setMinWidth(Region.USE_PREF_SIZE);
    demo.managedProperty().bind(demo.visibleProperty());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    root.getStyleClass().add("top-bar");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(house, demo, space);

    // Before the first page there is no house yet.
    root.visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> current.getValue() != null, current));
    Map<Source, Lamp> lamps = new EnumMap<>(Source.class);
    for (Source source : LAMPS) {
      var lamp = new Lamp(source, context, () -> show.accept(pageOf(source)));
      lamps.put(source, lamp);
      root.getChildren().add(lamp.root());
      until.add(context.pulse().follow(context.homelab().reading(source), reading -> lamp.show()));
    }
    Lamp cluster = lamps.get(Source.CLUSTER);
    if (cluster != null) { // its colour is that of the nodes
      until.add(context.pulse().follow(context.homelab().nodes(), changes -> cluster.show()));
    }
    until.add(
        context
            .pulse()
            .follow(
                session.settings(),
                settings -> {
                  house.setText(settings.profile().name());
                  demo.setVisible(session.isPretending());
                }));
    var ages = context.now().property().subscribe(now -> lamps.values().forEach(Lamp::showAge));
    until.add(ages::unsubscribe);
  }

  HBox root() {
    return root;
  }

  private static PageId pageOf(Source source) {
    return switch (source) {
      case TAILNET, GATEWAY -> PageId.TOPOLOGY;
      case CLUSTER -> PageId.PODS;
      case GPU -> PageId.GPU;
      case MODEL -> PageId.CHAT;
    };
  }
}
