package net.pesulabs.console.page.home;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The cluster in two counts and a sentence. */
final class ClusterCard extends VBox {

  ClusterCard(CardKit kit) {
    getStyleClass().addAll("card", "cluster-card");
    ObservableValue<Reading<Cluster>> cluster = kit.part(Sight::cluster);
    ObservableValue<Reading<Counts>> counts = kit.model().countsProperty();

    var version =
        CardKit.styled(
            kit.figure(cluster, c -> Localized.verbatim(c.version())), "card-aside", "mono");
    var state =
        CardKit.styled(
            kit.state(counts.map(reading -> reading.map(ClusterCard::problems))), "state-strong");
    var machines =
        CardKit.styled(
            kit.stat(
                Msg.homeClusterNodes(),
                counts.map(reading -> reading.map(ClusterCard::machines)),
                machinesReady -> machinesReady),
            "stat-big");
    var problems =
        CardKit.styled(
            kit.stat(Msg.homeClusterTroubled(), counts, c -> Quantity.number(c.podProblems(), 0)),
            "stat-big");
    getChildren()
        .addAll(
            kit.title(Feather.BOX, Msg.homeClusterTitle(), version),
            state,
            CardKit.styled(new HBox(machines, problems), "stats"),
            CardKit.spring(),
            kit.share(
                Msg.homeClusterPods(),
                counts,
                c -> Msg.homeOf(c.podsReady(), c.podsTotal()),
                c -> c.podsTotal() == 0 ? 0 : (double) c.podsReady() / c.podsTotal()),
            kit.note(cluster));
  }

  private static @Nullable Localized machines(Counts counts) {
    Integer ready = counts.nodesReady();
    Integer total = counts.nodesTotal();
    return ready == null || total == null ? null : Msg.homeOf(ready, total);
  }

  private static Health problems(Counts counts) {
    return new Health(
        counts.podProblems() == 0 ? Severity.FINE : Severity.WARNING,
        Msg.homeClusterProblems(counts.podProblems()));
  }
}
