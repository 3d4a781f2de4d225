package net.pesulabs.console.page.chat;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the person said: a bubble at the right, as wide as its words, at most four fifths. */
final class QuestionRow extends Region {

  private static final double WIDEST = 0.8;

  private final StackPane bubble;

  QuestionRow(Question question) {
    bubble = new StackPane(new SelectableText(question.text()));
    bubble.getStyleClass().add("question-bubble");
    getStyleClass().add("question-row");
    getChildren().add(bubble);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return bubble.prefHeight(bubbleWidth(width));
  }

  @Override
  protected void layoutChildren() {
    double width = bubbleWidth(getWidth());
    bubble.resizeRelocate(getWidth() - width, 0, width, getHeight());
  }

  private double bubbleWidth(double width) {
    return Math.ceil(Math.min(bubble.prefWidth(-1), width * WIDEST));
  }
}
