package net.pesulabs.console.page.gpu;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * What matters most, and beside it, at its own width, what belongs to it; beneath, where there is
 * no room beside. Both are as high as the higher one.
 */
final class Beside extends Pane {

  private static final double MOST_ASIDE = 420;

  private final Node main;
  private final Node aside;
  private final double asideLeast;
  private final double widest;
  private final double gap;

  /**
   * Two parts.
   *
   * @param asideLeast how narrow the aside may be; it is a quarter where that is more
   * @param narrowest the least width of the main part that leaves room for the other
   */
  Beside(Node main, Node aside, double asideLeast, double narrowest, double gap) {
    this.main = main;
    this.aside = aside;
    this.asideLeast = asideLeast;
    this.gap = gap;
    this.widest = narrowest + gap + asideLeast;
    getChildren().addAll(main, aside);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return asideLeast;
  }

  @Override
  protected double computePrefWidth(double height) {
    return widest;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double all = width < 0 ? widest : width;
    if (!aside.isManaged() || !main.isManaged()) {
      return main.isManaged()
          ? main.prefHeight(all)
          : aside.isManaged() ? aside.prefHeight(all) : 0;
    }
    return isWide(all)
        ? Math.max(main.prefHeight(all - gap - right(all)), aside.prefHeight(right(all)))
        : main.prefHeight(all) + gap + aside.prefHeight(all);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (!aside.isManaged() || !main.isManaged()) {
      (main.isManaged() ? main : aside).resizeRelocate(0, 0, width, height);
    } else if (isWide(width)) {
      double left = width - gap - right(width);
      main.resizeRelocate(0, 0, left, height);
      aside.resizeRelocate(left + gap, 0, width - left - gap, height);
    } else {
      double below = snapSizeY(aside.prefHeight(width));
      main.resizeRelocate(0, 0, width, height - gap - below);
      aside.resizeRelocate(0, height - below, width, below);
    }
  }

  private double right(double width) {
    return snapSizeX(Math.max(asideLeast, Math.min(MOST_ASIDE, width / 4)));
  }

  private boolean isWide(double width) {
    return width >= widest;
  }
}
