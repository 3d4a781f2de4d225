package net.pesulabs.console.page.topology.draw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * How wide words are. It measures each character once, and takes a word for the sum of them:
 * without kerning that is never less than it is drawn with.
 */
public final class Metrics {

  static final String ELLIPSIS = "…";

  private final Map<Type, Map<Integer, Double>> widths = new EnumMap<>(Type.class);

  /** In units of the type's own size. */
  double width(String words, Type type) {
    Map<Integer, Double> known = widths.computeIfAbsent(type, any -> new HashMap<>());
    return words
        .codePoints()
        .mapToDouble(point -> known.computeIfAbsent(point, each -> measure(each, type)))
        .sum();
  }

  /** The words, or as much of them as fits, with an ellipsis; empty where not even that does. */
  String fit(String words, Type type, double room) {
    if (width(words, type) <= room) {
      return words;
    }
    double left = room - width(ELLIPSIS, type);
    int end = 0;
    while (end < words.length()) {
      int point = words.codePointAt(end);
      left -= width(Character.toString(point), type);
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return end == 0 ? "" : words.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** The words in at most so many lines, broken between them; the last with an ellipsis. */
  List<String> wrap(String words, Type type, double room, int most) {
    var lines = new ArrayList<String>();
    String rest = words.strip();
    while (!rest.isEmpty() && lines.size() < most - 1 && width(rest, type) > room) {
      int end = rest.indexOf(' ');
      for (int next = end; next > 0 && width(rest.substring(0, next), type) <= room; ) {
        end = next;
        next = rest.indexOf(' ', next + 1);
      }
      if (end <= 0 || width(rest.substring(0, end), type) > room) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    String last = fit(rest, type, room);
    if (!last.isEmpty()) {
      lines.add(last);
    }
    return lines;
  }

  private static double measure(int point, Type type) {
    // Between two of the same letter, so that a space is measured too.
    var font = Font.font(type.font(), type.size());
    return length("x" + Character.toString(point) + "x", font) - length("xx", font);
  }

  private static double length(String words, Font font) {
    var text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
