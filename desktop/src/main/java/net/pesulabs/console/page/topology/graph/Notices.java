package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Why something may be missing though it is there: what the cluster's login may not see. */
final class Notices {

  private Notices() {}

  static List<Message> of(House house, Collection<Kind<?>> kinds) {
    Cluster cluster = house.cluster().known().orElse(null);
    if (cluster == null) {
      return List.of();
    }
    String hidden = names(kinds.stream().filter(cluster::hides));
    String partly = names(kinds.stream().filter(cluster::showsOnlySome));
    var notices = new ArrayList<Message>();
    if (!hidden.isEmpty()) {
      notices.add(Msg.topologyNoticeHidden(hidden));
    }
    if (!partly.isEmpty()) {
      notices.add(Msg.topologyNoticePartly(partly));
    }
    return List.copyOf(notices);
  }

  private static String names(Stream<Kind<?>> kinds) {
    return kinds.map(Kind::name).distinct().collect(Collectors.joining(", "));
  }
}
