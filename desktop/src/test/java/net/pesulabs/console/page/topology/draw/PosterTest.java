package net.pesulabs.console.page.topology.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import javax.xml.parsers.DocumentBuilderFactory;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Form;
import net.pesulabs.console.page.topology.layout.MapLayout;
import net.pesulabs.console.page.topology.layout.RandomMap;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The whole map as an SVG document. */
class PosterTest {

  private final RandomMap map = RandomMap.some(3);
  private final MapLayout layout = RandomMap.layout();

  @Test
  void everyBoxIsWhereTheMapHasIt() throws Exception {
    Document svg = svg("The house");

    List<Rect> drawn = rects(svg);
    for (Spot spot : layout.sketch().spots().values()) {
      if (spot.form() != Form.SHELF) {
        Rect rect = spot.rect();
        assertThat(drawn).as(spot.toString()).anyMatch(each -> isNear(each, rect));
      }
    }
    String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ", -1);
    var view =
        new Rect(
            Double.parseDouble(box[0]),
            Double.parseDouble(box[1]),
            Double.parseDouble(box[2]),
            Double.parseDouble(box[3]));
    assertThat(view.contains(layout.sketch().bounds())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"/><image href='x' onload=\"alert(1)\"/>",
        "a & b &amp; ]]> <!-- c -->",
        "🐧 nube ☁️",
        "بيت العائلة",
        "\u202Eesrever"
      })
  void hostileNamesAreOnlyWords(String name) throws Exception {
    map.vertices.put(
        "hostile", RandomMap.vertex("hostile", Vertex.Sort.WORKLOAD, null, 0, name, Severity.FINE));

    Document svg = svg(name);

    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).startsWith(name);
    assertThat(elements(svg))
        .isSubsetOf("svg", "title", "rect", "path", "text", "g", "ellipse", "polygon", "polyline");
  }

  @Test
  void whatXmlCannotWriteIsReplaced() throws Exception {
    Document svg = svg("a\u0000b\u0008c\u001Bd\uD800e");

    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .startsWith("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  }

  private Document svg(String title) throws Exception {
    layout.lay(map.graph);
    var picture = new Picture(map.graph, layout.sketch(), text -> text.in(Language.EN), Marks.NONE);
    var poster =
        new Poster(picture, title, "today", List.of(new Poster.Sign(Severity.FINE, "fine")));
    String document = OnFx.get(() -> poster.svg(ink -> Color.BLACK));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(document)));
  }

  private static boolean isNear(Rect one, Rect other) {
    return Math.abs(one.x() - other.x()) < 0.01
        && Math.abs(one.y() - other.y()) < 0.01
        && Math.abs(one.width() - other.width()) < 0.01
        && Math.abs(one.height() - other.height()) < 0.01;
  }

  private static List<Rect> rects(Document svg) {
    var rects = new ArrayList<Rect>();
    NodeList all = svg.getElementsByTagName("rect");
    for (int i = 0; i < all.getLength(); i++) {
      Element each = (Element) all.item(i);
      rects.add(
          new Rect(
              Double.parseDouble(each.getAttribute("x")),
              Double.parseDouble(each.getAttribute("y")),
              Double.parseDouble(each.getAttribute("width")),
              Double.parseDouble(each.getAttribute("height"))));
    }
    return rects;
  }

  private static Set<String> elements(Document svg) {
    var names = new HashSet<String>();
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      names.add(all.item(i).getNodeName());
    }
    return names;
  }
}
