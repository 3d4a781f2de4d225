package net.pesulabs.console.page.topology;

import java.util.List;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Something on the map, as it is drawn: two equal ones look the same. */
sealed interface Item {

  String INTERNET = "internet";
  String LAN = "lan";
  String TAILNET = "tailnet";
  String LAPTOP = "laptop";
  String UNSCHEDULED = "unscheduled";
  String GPU = "gpu";
  String MODEL = "model";

  /** Stays the same while the thing is the same one. */
  String id();

  Severity severity();

  /**
   * One of the fixed places: internet, home network, tailnet, this laptop.
   *
   * @param word its state in a word
   * @param name what is written beneath its title; null where there is nothing to say
   */
  record Place(String id, @Nullable String name, Message word, Health health) implements Item {
    @Override
    public Severity severity() {
      return health.severity();
    }
  }

  /**
   * A machine and what frames its pods.
   *
   * @param role null where the profile does not name it
   * @param word its state, as short as it goes
   */
  record Machine(
      String id,
      String name,
      Profile.@Nullable Role role,
      List<String> addresses,
      Message word,
      Health health)
      implements Item {
    @Override
    public Severity severity() {
      return health.severity();
    }
  }

  /** Frames the pods that no machine has taken. */
  record Unscheduled(int pods) implements Item {
    @Override
    public String id() {
      return UNSCHEDULED;
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /**
   * The pods of one workload on one machine.
   *
   * @param total those that should be ready: all but those that ended as they should
   * @param live whether the cluster is heard now
   */
  record Workload(
      String id,
      String box,
      String namespace,
      WorkloadName workload,
      int ready,
      int total,
      Severity severity,
      boolean live)
      implements Item {}

  /** The graphics card, or the model server, which no pod list shows. */
  record Hardware(String id, String box, Health health) implements Item {
    @Override
    public Severity severity() {
      return health.severity();
    }
  }
}
