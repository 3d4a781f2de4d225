package net.pesulabs.console.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {

  @Test
  void isSaidInEitherLanguage() {
    assertThat(Msg.pageHome().in(Language.EN)).isEqualTo("Home");
    assertThat(Msg.pageHome().in(Language.ES)).isEqualTo("Inicio");
  }

  @Test
  void saysNestedMessagesInTheSameLanguage() {
    Message nested = Msg.findingAbout(Msg.sourceCluster(), Msg.nodeHealthReady());
    assertThat(nested.in(Language.EN)).isEqualTo("Cluster: Ready");
    assertThat(nested.in(Language.ES)).isEqualTo("Clúster: Listo");
  }

  @ParameterizedTest
  @CsvSource({"0,0 times", "1,once", "17,17 times"})
  void choosesTheWordForTheNumber(int restarts, String words) {
    assertThat(Msg.podHealthCrashLoop("web", restarts).in(Language.EN)).endsWith(words);
  }

  @Test
  void leavesBracesInArgumentsAlone() {
    assertThat(Msg.findingAbout("{0}", "it’s '{1}'").in(Language.EN)).isEqualTo("{0}: it’s '{1}'");
  }

  @Test
  void formatsNumbersAsTheLanguageDoes() {
    assertThat(Quantity.bytes(12_884_901_888L).in(Language.EN)).isEqualTo("12.0\u00a0GiB");
    assertThat(Quantity.bytes(12_884_901_888L).in(Language.ES)).isEqualTo("12,0\u00a0GiB");
    assertThat(Quantity.bytes(512).in(Language.EN)).isEqualTo("512\u00a0B");
  }

  /** The table of HumanDuration in k8s.io/apimachinery/pkg/util/duration. */
  @ParameterizedTest
  @CsvSource({
    "0,0s",
    "119,119s",
    "120,2m",
    "185,3m5s",
    "599,9m59s",
    "600,10m",
    "10799,179m",
    "10800,3h",
    "11520,3h12m",
    "28800,8h",
    "172799,47h",
    "172800,2d",
    "176400,2d1h",
    "691200,8d",
    "31536000,365d",
    "63072000,2y",
    "71712000,2y100d"
  })
  void tellsDurationsAsKubectlDoes(long seconds, String text) {
    assertThat(Quantity.duration(Duration.ofSeconds(seconds)).in(Language.ES)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "LANG=es_ES.UTF-8,en,ES",
    "LANG=es,en,ES",
    "LANG=en_GB.UTF-8,es,EN",
    "LC_ALL=C.UTF-8,es,ES",
    "LANG=fr_FR.UTF-8,es,ES",
    "LANG=fr_FR.UTF-8,fr,EN",
    "OTHER=x,es,ES"
  })
  void followsTheSystem(String variable, String locale, Language language) {
    String[] parts = variable.split("=", 2);
    assertThat(Language.ofSystem(Map.of(parts[0], parts[1]), Locale.of(locale)))
        .isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0 s, 0 s",
    "59, 59 s, 59 s",
    "244, 4 min, 4 min",
    "7199, 119 min, 119 min",
    "7200, 2 hours, 2 horas",
    "172800, 2 days, 2 días"
  })
  void roughly(long seconds, String english, String spanish) {
    Localized span = Quantity.roughly(Duration.ofSeconds(seconds));
    assertThat(span.in(Language.EN).replace('\u00a0', ' ')).isEqualTo(english);
    assertThat(span.in(Language.ES).replace('\u00a0', ' ')).isEqualTo(spanish);
  }
}
