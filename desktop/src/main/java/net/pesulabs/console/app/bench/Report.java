package net.pesulabs.console.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found.
 *
 * @param load what the console was given to do
 * @param method how it was measured, in a sentence or two
 * @param problems what spoils or limits the figures
 */
public record Report(
    String bench,
    Map<String, Object> load,
    Message method,
    List<Figure> figures,
    List<Message> problems) {

  public static final String SCHEMA = "homelab-console/bench/1";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The whole report for scripts, in one line and its end. */
  public String json(Map<String, @Nullable Object> machine, Language language) {
    var report = new LinkedHashMap<String, Object>();
    report.put("schema", SCHEMA);
    report.put("bench", bench);
    report.put("machine", machine);
    report.put("load", load);
    report.put("method", method.in(language));
    report.put("figures", figures.stream().map(figure -> tree(figure, language)).toList());
    report.put("problems", problems.stream().map(problem -> problem.in(language)).toList());
    try {
      return JSON.writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> tree(Figure figure, Language language) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("name", figure.name());
    tree.put("value", figure.rounded());
    tree.put("unit", figure.unit().id());
    tree.put("bound", figure.bound());
    tree.put("within", figure.within());
    if (figure.reason() != null) {
      tree.put("reason", figure.reason().in(language));
    }
    return tree;
  }

  /** The whole report for people. */
  public String text(Map<String, @Nullable Object> machine, Language language) {
    var text = new StringBuilder();
    text.append("bench ").append(bench).append(" · ").append(load).append('\n');
    text.append(machine).append('\n').append(method.in(language)).append("\n\n");
    int width = figures.stream().mapToInt(f -> f.title().in(language).length()).max().orElse(0);
    for (Figure figure : figures) {
      String title = figure.title().in(language);
      text.append(title).append(" ".repeat(width - title.length() + 2));
      text.append(amount(figure, language)).append('\n');
    }
    problems.forEach(problem -> text.append("\n! ").append(problem.in(language)));
    return problems.isEmpty() ? text.toString() : text.append('\n').toString();
  }

  private static String amount(Figure figure, Language language) {
    Double value = figure.value();
    Double bound = figure.bound();
    if (value == null) {
      Message reason = figure.reason();
      return reason == null ? "–" : "– " + reason.in(language);
    }
    String amount = say(value, figure.unit(), language);
    if (bound == null) {
      return amount;
    }
    String most = say(bound, figure.unit(), language);
    boolean within = value <= bound;
    return (within ? Msg.benchWithin(amount, most) : Msg.benchBeyond(amount, most)).in(language);
  }

  private static String say(double value, Figure.Unit unit, Language language) {
    return Quantity.number(value, unit.decimals()).in(language) + unit.sign();
  }
}
