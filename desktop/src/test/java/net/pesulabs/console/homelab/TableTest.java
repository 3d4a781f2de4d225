package net.pesulabs.console.homelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  private record Row(String uid, int version) {}

  private final Table<Row> table = new Table<>(Row::uid);
  private final List<Table.Change<Row>> heard = new ArrayList<>();

  @Test
  void tellsWhatIsThereAndThenWhatChanges() {
    table.put(new Row("a", 1));
    table.follow(heard::add);
    table.put(new Row("a", 2));
    table.remove("a");
    assertThat(heard)
        .containsExactly(
            new Table.Change<>("a", null, new Row("a", 1)),
            new Table.Change<>("a", new Row("a", 1), new Row("a", 2)),
            new Table.Change<>("a", new Row("a", 2), null));
  }

  @Test
  void keepsQuietAboutWhatIsEqual() {
    table.put(new Row("a", 1));
    var feed = table.follow(heard::add);
    heard.clear();
    table.put(new Row("a", 1));
    table.remove("b");
    assertThat(heard).isEmpty();
    feed.close();
    table.put(new Row("a", 2));
    assertThat(heard).isEmpty();
  }

  /** Whatever happens to the table, who follows the changes ends with the same picture. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void changesAddUpToTheTable(long seed) {
    var random = new Random(seed);
    var picture = new HashMap<String, Row>();
    table.follow(change -> {
      assertThat(picture.get(change.uid())).isEqualTo(change.before());
      if (change.after() == null) {
        picture.remove(change.uid());
      } else {
        picture.put(change.uid(), change.after());
      }
    });
    for (int step = 0; step < 2_000; step++) {
      String uid = "u" + random.nextInt(20);
      switch (random.nextInt(10)) {
        case 0 -> table.replaceAll(rows(random));
        case 1, 2 -> table.remove(uid);
        default -> table.put(new Row(uid, random.nextInt(4)));
      }
    }
    var rows = new HashMap<String, Row>();
    table.all().forEach(row -> rows.put(row.uid(), row));
    assertThat(picture).isEqualTo(rows);
  }

  private static List<Row> rows(Random random) {
    Map<String, Row> rows = new HashMap<>();
    for (int i = 0; i < random.nextInt(15); i++) {
      String uid = "u" + random.nextInt(20);
      rows.put(uid, new Row(uid, random.nextInt(4)));
    }
    return List.copyOf(rows.values());
  }
}
