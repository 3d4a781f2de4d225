package net.pesulabs.console.page.home;

import static net.pesulabs.console.page.home.CardGrid.LastRow.EVEN;
import static net.pesulabs.console.page.home.CardGrid.LastRow.FILLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardGridTest {

  @Test
  void theLastRowTakesWhatIsLeft() {
    assertThat(CardGrid.rows(4, 3, FILLED)).containsExactly(3, 1);
    assertThat(CardGrid.rows(4, 2, FILLED)).containsExactly(2, 2);
    assertThat(CardGrid.rows(4, 1, FILLED)).containsExactly(1, 1, 1, 1);
    assertThat(CardGrid.rows(0, 3, FILLED)).isEmpty();
  }

  @Test
  void rowsMayBeSpreadEvenly() {
    assertThat(CardGrid.rows(4, 3, EVEN)).containsExactly(2, 2);
    assertThat(CardGrid.rows(5, 4, EVEN)).containsExactly(3, 2);
    assertThat(CardGrid.rows(4, 4, EVEN)).containsExactly(4);
  }
}
