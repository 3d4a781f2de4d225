package net.pesulabs.console.fx;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Reading;

/**
 * A bar that is as full as a reading says, in percent: greyed while stale, hatched while unknown.
 * It stands beside a label with the same figure, which is what a screen reader tells.
 */
public final class Meter extends Region {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
  private static final double HEIGHT = 6;

  private final Region fill = new Region();
  private final ObservableValue<Reading<Double>> percent;

  public Meter(ObservableValue<Reading<Double>> percent) {
    this.percent = percent;
    getStyleClass().add("meter");
    fill.getStyleClass().add("meter-fill");
    getChildren().add(fill);
    percent.subscribe(reading -> {
      pseudoClassStateChanged(STALE, reading.freshness() == Freshness.STALE);
      pseudoClassStateChanged(UNKNOWN, reading.freshness() == Freshness.UNKNOWN);
      requestLayout();
    });
  }

  @Override
  protected void layoutChildren() {
    double part = percent.getValue().known().map(p -> Math.clamp(p / 100, 0, 1)).orElse(0.0);
    fill.setVisible(part > 0);
    fill.resizeRelocate(0, 0, snapSizeX(getWidth() * part), getHeight());
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
