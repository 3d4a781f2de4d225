package net.pesulabs.console.page.home;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import net.pesulabs.console.homelab.Reading;

/** A share of a hundred as a ring, with its figure inside. Unknown draws no arc at all. */
final class Ring extends Region {

  private static final double SIZE = 104;
  private static final double STROKE = 10;

  private final Arc fill = arc("ring-fill");
  private final Node figure;

  Ring(ObservableValue<Reading<Double>> percent, Node figure) {
    this.figure = figure;
    getStyleClass().add("ring");
    Arc track = arc("ring-track");
    track.setLength(360);
    getChildren().addAll(track, fill, figure);
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    percent.subscribe(reading -> {
      double share = reading.known().orElse(0.0);
      fill.setVisible(share > 0);
      fill.setLength(-3.6 * Math.min(100, share));
      fill.setOpacity(reading.isLive() ? 1 : 0.35);
    });
  }

  @Override
  protected double computePrefWidth(double height) {
    return SIZE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return SIZE;
  }

  @Override
  protected void layoutChildren() {
    double width = figure.prefWidth(-1);
    double height = figure.prefHeight(-1);
    figure.resizeRelocate(
        snapPositionX((SIZE - width) / 2), snapPositionY((SIZE - height) / 2), width, height);
  }

  private static Arc arc(String style) {
    double radius = (SIZE - STROKE) / 2;
    var arc = new Arc(SIZE / 2, SIZE / 2, radius, radius, 90, 0);
    arc.setType(ArcType.OPEN);
    arc.setStrokeWidth(STROKE);
    arc.setStrokeLineCap(StrokeLineCap.ROUND);
    arc.getStyleClass().add(style);
    return arc;
  }
}
