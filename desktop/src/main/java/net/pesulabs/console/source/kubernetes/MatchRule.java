package net.pesulabs.console.source.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.pesulabs.console.homelab.cluster.IngressRoute.Where;

/**
 * Reads what a rule of Traefik's says of host and path (<a
 * href="https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/">
 * rules</a>), such as {@code Host(`a.b`) && (Path(`/x`) || PathPrefix(`/y`))}. What it says of
 * other things, or by a negation, only narrows it down further, and is left out.
 */
final class MatchRule {

  /** More alternatives than anyone writes: then it is told as one that cannot be read. */
  private static final int MOST = 64;

  private static final List<Where> ANY = List.of(new Where("", ""));

  /** What was met is not what the grammar has there. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final String text;
  private int at;

  private MatchRule(String text) {
    this.text = text;
  }

  /** Each alternative once; empty where the rule cannot be read. */
  static List<Where> read(String rule) {
    var reader = new MatchRule(rule);
    try {
      List<Where> all = reader.either();
      reader.skipSpace();
      return reader.at == rule.length() ? all.stream().distinct().toList() : List.of();
    } catch (Unreadable e) {
      return List.of();
    }
  }

  private List<Where> either() throws Unreadable {
    List<Where> all = new ArrayList<>(both());
    while (skip("||")) {
      all.addAll(both());
      limit(all);
    }
    return all;
  }

  private List<Where> both() throws Unreadable {
    List<Where> all = one();
    while (skip("&&")) {
      List<Where> next = one();
      var crossed = new ArrayList<Where>();
      for (Where left : all) {
        for (Where right : next) {
          crossed.add(
              new Where(narrower(left.host(), right.host()), narrower(left.path(), right.path())));
        }
      }
      limit(crossed);
      all = crossed;
    }
    return all;
  }

  private static String narrower(String left, String right) {
    return right.isEmpty() ? left : right;
  }

  private List<Where> one() throws Unreadable {
    if (skip("!")) {
      one();
      return ANY;
    }
    if (skip("(")) {
      List<Where> inner = either();
      expect(")");
      return inner;
    }
    return matcher();
  }

  private List<Where> matcher() throws Unreadable {
    skipSpace();
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    expect("(");
    var values = new ArrayList<String>();
    while (!skip(")")) {
      values.add(value());
      skip(",");
    }
    if (name.isEmpty()) {
      throw new Unreadable();
    }
    return switch (name) {
      case "Host", "HostHeader" -> each(values, value -> new Where(value, ""));
      case "HostRegexp" -> each(values, value -> new Where("~" + value, ""));
      case "Path", "PathPrefix" -> each(values, value -> new Where("", value));
      case "PathRegexp" -> each(values, value -> new Where("", "~" + value));
      default -> ANY;
    };
  }

  private static List<Where> each(List<String> values, Function<String, Where> where)
      throws Unreadable {
    if (values.isEmpty()) {
      throw new Unreadable();
    }
    return values.stream().map(where).toList();
  }

  /** A text between backticks or quotes. */
  private String value() throws Unreadable {
    skipSpace();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int end = "`\"'".indexOf(quote) < 0 ? -1 : text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new Unreadable();
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private void expect(String token) throws Unreadable {
    if (!skip(token)) {
      throw new Unreadable();
    }
  }

  private boolean skip(String token) {
    skipSpace();
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static void limit(List<Where> all) throws Unreadable {
    if (all.size() > MOST) {
      throw new Unreadable();
    }
  }
}
