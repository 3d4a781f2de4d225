package net.pesulabs.console.source;

/** Numbers as Go writes them, out of the middle of a text. */
final class Decimal {

  /** Whole numbers up to this are exact in a double. */
  private static final long EXACT = 1L << 53;

  /** So are these powers of ten, and a product or quotient of two exact numbers is rounded once. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int MOST_EXPONENT = 1000;

  private Decimal() {}

  /**
   * The number between two places; NaN where it says so, and where it is none: see {@link
   * #saysNaN}. As {@link Double#parseDouble} reads it, only faster for the usual ones.
   */
  static double parse(char[] text, int start, int end) {
    int at = start;
    boolean negative = at < end && text[at] == '-';
    if (at < end && (negative || text[at] == '+')) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int point = -1;
    for (; at < end; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        if (digits >= EXACT / 10 - 1) {
          return slowly(text, start, end);
        }
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c == '.' && point < 0) {
        point = count;
      } else {
        break;
      }
    }
    int exponent = 0;
    if (at + 1 < end && (text[at] == 'e' || text[at] == 'E') && count > 0) {
      at++;
      boolean down = text[at] == '-';
      if (down || text[at] == '+') {
        at++;
      }
      int first = at;
      while (at < end && text[at] >= '0' && text[at] <= '9' && exponent < MOST_EXPONENT) {
        exponent = exponent * 10 + (text[at++] - '0');
      }
      if (at == first) {
        return Double.NaN;
      }
      exponent = down ? -exponent : exponent;
    }
    if (at < end || count == 0) {
      return slowly(text, start, end);
    }
    exponent -= point < 0 ? 0 : count - point;
    if (Math.abs(exponent) >= TENS.length) {
      return slowly(text, start, end);
    }
    double value = exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
    return negative ? -value : value;
  }

  static boolean saysNaN(char[] text, int start, int end) {
    return end - start == 3 && new String(text, start, 3).equals("NaN");
  }

  private static double slowly(char[] text, int start, int end) {
    String token = new String(text, start, end - start);
    switch (token) {
      case "+Inf", "Inf" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-Inf" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        // Java would also take 1d, 0x1p3 and Infinity.
        for (int i = 0; i < token.length(); i++) {
          char c = token.charAt(i);
          if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
            return Double.NaN;
          }
        }
        try {
          return Double.parseDouble(token);
        } catch (NumberFormatException e) {
          return Double.NaN; // which is not what it says
        }
      }
    }
  }
}
