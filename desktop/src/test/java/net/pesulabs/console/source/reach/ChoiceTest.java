package net.pesulabs.console.source.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.source.Failure.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceTest {

  private static final Map<Character, Origin> WAYS =
      Map.of(
          'L', new Origin(Source.MODEL, Route.LAN, "http://192.168.8.129:8080"),
          'T', new Origin(Source.MODEL, Route.TAILNET, "http://100.86.122.109:8080"),
          'I', new Origin(Source.MODEL, Route.INGRESS, "https://llm.pesulabs.net"));

  private static final Map<Character, Kind> FAILURES =
      Map.of(
          '-',
          Kind.TIMED_OUT,
          'x',
          Kind.NO_ROUTE,
          'n',
          Kind.TLS_WRONG_NAME,
          'u',
          Kind.TLS_UNTRUSTED);

  /** Each round says what became of LAN, tailnet and ingress; {@code +} answered. */
  static Stream<Arguments> rounds() {
    return Stream.of(
        arguments("the best of those that answer", "+++", "L"),
        arguments("the next where the best does not", "-++", "T"),
        arguments("the last where only it does", "--+", "I"),
        arguments("one answer is not enough to go back", "-++ +++", "TT"),
        arguments("two in a row are", "-++ +++ +++", "TTL"),
        arguments("two that are not in a row are not", "-++ +++ -++ +++", "TTTT"),
        arguments("but one is enough where the present one fails", "-++ +++ +-+", "TTL"),
        arguments("a step towards home at a time", "--+ -++ -++ +++ +++", "IITTL"),
        arguments("nothing answers, and nothing came further", "+++ ---", "LL"),
        arguments("a certificate came further than silence", "-n-", "T"),
        arguments("and is left for the first that answers", "-n- -n+", "TI"),
        arguments("a stranger came no further", "+++ -u-", "LL"),
        arguments("no flapping among those that fail", "xn- n--", "TL"),
        arguments("nothing at all", "xxx xxx", "LL"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void rounds(String name, String rounds, String used) {
    var choice = new Choice(List.of(WAYS.get('L'), WAYS.get('T'), WAYS.get('I')));
    var inUse = new StringBuilder();
    for (String round : rounds.split(" ")) {
      for (int i = 0; i < 3; i++) {
        Origin way = WAYS.get("LTI".charAt(i));
        if (round.charAt(i) == '+') {
          choice.answered(way);
        } else {
          choice.failed(way, FAILURES.get(round.charAt(i)));
        }
      }
      boolean answers = choice.settle();
      assertThat(answers).isEqualTo(round.contains("+"));
      WAYS.forEach((letter, way) -> {
        if (way.equals(choice.inUse())) {
          inUse.append(letter);
        }
      });
    }
    assertThat(inUse).hasToString(used);
  }
}
