package net.pesulabs.console.page.topology.layout;

/** What of the map is in view: the point at the view's corner, and pixels to the map's unit. */
public record Camera(double x, double y, double scale) {

  public static final double FAR = 0.04;
  public static final double NEAR = 3;

  /** From this on the writing can be read without effort. */
  public static final double READABLE = 0.7;

  /** Small things are not blown up beyond this to fill a large window. */
  private static final double LARGEST_FIT = 1.25;

  public static final Camera START = new Camera(0, 0, 1);

  /** All of it in the middle of a view of this size. */
  public static Camera fit(Rect all, double width, double height, double margin) {
    double across = (width - 2 * margin) / Math.max(1, all.width());
    double down = (height - 2 * margin) / Math.max(1, all.height());
    double scale = Math.clamp(Math.min(across, down), FAR, LARGEST_FIT);
    return new Camera(all.centerX() - width / 2 / scale, all.centerY() - height / 2 / scale, scale);
  }

  /**
   * All of it, unless that were too small to be read: then its beginning. What is in the middle, if
   * there is room.
   */
  public static Camera read(Rect all, double width, double height, double margin) {
    Camera whole = fit(all, width, height, margin);
    if (whole.scale >= READABLE) {
      return whole;
    }
    Rect seen = new Rect(0, 0, width / READABLE, height / READABLE);
    double edge = margin / READABLE;
    return new Camera(
        all.width() + 2 * edge <= seen.width() ? all.centerX() - seen.width() / 2 : all.x() - edge,
        all.height() + 2 * edge <= seen.height()
            ? all.centerY() - seen.height() / 2
            : all.y() - edge,
        READABLE);
  }

  /** Closer or further away; what is at this point of the view stays there. */
  public Camera zoomed(double factor, double atX, double atY) {
    double next = Math.clamp(scale * factor, FAR, NEAR);
    return new Camera(x + atX / scale - atX / next, y + atY / scale - atY / next, next);
  }

  /** Moved by so many pixels, as by a hand that holds the map. */
  public Camera dragged(double dx, double dy) {
    return new Camera(x - dx / scale, y - dy / scale, scale);
  }

  /** With this point of the map in the middle. */
  public Camera over(double mapX, double mapY, double width, double height) {
    return new Camera(mapX - width / 2 / scale, mapY - height / 2 / scale, scale);
  }

  /** Moved as little as brings a part of the map into view, its beginning if it is too large. */
  public Camera showing(Rect part, double width, double height, double margin) {
    Rect seen = seen(width, height).grown(-margin / scale);
    return new Camera(
        x + shift(seen.x(), seen.right(), part.x(), part.right()),
        y + shift(seen.y(), seen.bottom(), part.y(), part.bottom()),
        scale);
  }

  private static double shift(double low, double high, double from, double to) {
    if (from < low || to - from > high - low) {
      return from - low;
    }
    return Math.max(0, to - high);
  }

  /** Never so far that nothing of it is in view any more. */
  public Camera kept(Rect all, double width, double height) {
    Rect seen = seen(width, height);
    double some = 60 / scale;
    return new Camera(
        Math.clamp(
            x, Math.min(all.x() - seen.width() + some, all.right() - some), all.right() - some),
        Math.clamp(
            y, Math.min(all.y() - seen.height() + some, all.bottom() - some), all.bottom() - some),
        scale);
  }

  /** The part of the map in a view of this size. */
  public Rect seen(double width, double height) {
    return new Rect(x, y, width / scale, height / scale);
  }

  public Point toMap(double viewX, double viewY) {
    return new Point(x + viewX / scale, y + viewY / scale);
  }

  public Point toView(double mapX, double mapY) {
    return new Point((mapX - x) * scale, (mapY - y) * scale);
  }
}
