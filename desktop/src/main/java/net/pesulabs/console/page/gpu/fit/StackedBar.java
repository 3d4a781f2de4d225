package net.pesulabs.console.page.gpu.fit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/**
 * A bar of parts end to end, and a mark where the card ends. The legend beside it carries the same
 * figures in words, which is what a screen reader tells.
 */
public final class StackedBar extends Region {

  private static final double HEIGHT = 26;
  private static final double MARK = 2;

  private final List<Region> parts = new ArrayList<>();
  private final Region mark = new Region();
  private List<Portion> portions = List.of();
  private long whole = 1;

  /** A part, and the look it has in bar and legend. */
  public record Portion(String style, long bytes) {}

  public StackedBar() {
    getStyleClass().add("fit-bar");
    mark.getStyleClass().add("fit-mark");
    setFocusTraversable(false);
  }

  /** Shows parts of a card that holds {@code whole} bytes; more of them make the bar overflow. */
  public void show(List<Portion> shown, long whole) {
    portions = shown.stream().filter(portion -> portion.bytes() > 0).toList();
    this.whole = Math.max(1, whole);
    parts.clear();
    for (Portion portion : portions) {
      var part = new Region();
      part.getStyleClass().addAll("fit-part", portion.style());
      parts.add(part);
    }
    getChildren().setAll(parts);
    getChildren().add(mark);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double sum = portions.stream().mapToDouble(Portion::bytes).sum();
    double scale = getWidth() / Math.max(whole, sum);
    double from = 0;
    for (int i = 0; i < parts.size(); i++) {
      double to = from + portions.get(i).bytes() * scale;
      parts
          .get(i)
          .resizeRelocate(snapPositionX(from), 0, snapPositionX(to) - snapPositionX(from), HEIGHT);
      from = to;
    }
    mark.setVisible(sum > whole);
    mark.resizeRelocate(snapPositionX(whole * scale) - MARK / 2, -4, MARK, HEIGHT + 8);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return HEIGHT;
  }
}
