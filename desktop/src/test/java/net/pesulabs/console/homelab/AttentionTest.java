package net.pesulabs.console.homelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AttentionTest {

  @Test
  void lastsUntilTheLastLookerLeaves() {
    var attention = new Attention<Source>();
    var changes = new ArrayList<Source>();
    attention.onChange(changes::add);
    Subscription first = attention.lookAt(Source.GPU);
    Subscription second = attention.lookAt(Source.GPU);
    first.close();
    first.close(); // closing twice is not leaving twice
    assertThat(attention.isOn(Source.GPU)).isTrue();
    second.close();
    assertThat(attention.isOn(Source.GPU)).isFalse();
    assertThat(changes).containsExactly(Source.GPU, Source.GPU);
  }
}
