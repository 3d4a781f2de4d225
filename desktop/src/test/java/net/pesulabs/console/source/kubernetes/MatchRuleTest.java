package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.pesulabs.console.homelab.cluster.IngressRoute.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as people and charts write them. */
class MatchRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      value = {
        "Host(`a.b`)                                             → a.b",
        "Host(`a.b`) && PathPrefix(`/x`)                         → a.b/x",
        "PathPrefix(`/dashboard`) || PathPrefix(`/api`)          → /dashboard, /api",
        "Host(`a.b`, `c.d`)                                      → a.b, c.d",
        "Host(`a.b`) || Host(`c.d`) && Path(`/x`)                → a.b, c.d/x",
        "(Host(`a.b`) || Host(`c.d`)) && PathPrefix(`/x`)        → a.b/x, c.d/x",
        "Host(`a.b`)&&(Path(`/x`)||Path(`/y`))                   → a.b/x, a.b/y",
        "Host(\"a.b\") && PathPrefix(\"/x\")                     → a.b/x",
        "  Host( `a.b` )  &&  Method( `GET` )                    → a.b",
        "Host(`a.b`) && !PathPrefix(`/private`)                  → a.b",
        "Host(`a.b`) && !(Path(`/x`) || ClientIP(`10.0.0.0/8`))  → a.b",
        "Host(`a.b`) && Header(`X-Kind`, `odd`)                  → a.b",
        "HostRegexp(`^.+\\.pesulabs\\.net$`)                     → ~^.+\\.pesulabs\\.net$",
        "HostRegexp(`{sub:[a-z]+}.a.b`) && PathPrefix(`/`)       → ~{sub:[a-z]+}.a.b/",
        "Host(`a.b`) && PathRegexp(`^/v[0-9]/`)                  → a.b~^/v[0-9]/",
        "Host(`a.b`) || Host(`a.b`)                              → a.b",
        "Headers(`X`, `(`) && Host(`a.b`)                        → a.b",
      })
  void tellsHostAndPathOfEachAlternative(String rule, String expected) {
    assertThat(
            MatchRule.read(rule).stream()
                .map(where -> where.host() + where.path())
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @Test
  void aRuleOfNeitherIsForEverything() {
    assertThat(MatchRule.read("ClientIP(`192.168.8.0/24`)")).containsExactly(new Where("", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Host",
        "Host(",
        "Host(`a.b`",
        "Host(`a.b",
        "Host(`a.b`) &&",
        "Host(`a.b`)) ",
        "Host(`a.b`) Path(`/x`)",
        "&& Host(`a.b`)",
        "Host()",
        "(`a.b`)",
        "Host(a.b)",
        "(((",
        "!"
      })
  void whatCannotBeReadIsTakenForNothing(String rule) {
    assertThat(MatchRule.read(rule)).isEmpty();
  }

  @Test
  void aRuleThatGrowsWithoutEndIsNotFollowed() {
    String two = "(Path(`/%d`) || Path(`/%d/`))";
    List<String> many = IntStream.range(0, 40).mapToObj(i -> two.formatted(i, i)).toList();

    assertThat(MatchRule.read(String.join(" && ", many))).isEmpty();
  }
}
