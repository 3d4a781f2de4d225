package net.pesulabs.console.doctor;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is nobody else's business: what opens something, who somebody is, and
 * where in the world the house stands. Addresses of the home network and of the tailnet stay: the
 * one who mends needs them, and they lead nowhere from outside.
 */
final class Redactor {

  static final String GONE = "‹…›";

  private static final int SHORTEST_NAME = 2;

  private static final Pattern PEM =
      Pattern.compile("(?s)-----BEGIN [A-Z0-9 ]+-----.*?(-----END [A-Z0-9 ]+-----|\\z)");

  /** Where Tailscale sends somebody to log in: whoever opens it first takes the machine. */
  private static final Pattern LOGIN_URL =
      Pattern.compile("(?i)https?://[^\\s/]*tailscale[^\\s/]*/(a|login|register)/[^\\s\"'<>)]*");

  private static final Pattern URL =
      Pattern.compile(
          "(?i)\\b([a-z][a-z0-9+.-]*://)([^\\s/@\"'<>]*@)?([^\\s?#\"'<>]*)([?#][^\\s\"'<>)]*)?");

  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)\\b(bearer|basic|digest|negotiate)\\s+[A-Za-z0-9._~+/=-]{4,}");

  /** A name that says secret, and what follows it. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([\"']?[\\w.-]*(password|passwd|passphrase|secret|token|api[-_]?key|apikey"
              + "|contraseña|clave-?api|authkey|auth[-_]key|client-key-data"
              + "|client-certificate-data|certificate-authority-data|private[-_]?key"
              + "|cookie|session[-_]?id)[\"']?\\s*[:=]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;}\\]]+)");

  private static final Pattern JWT =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*){1,2}");

  /** Prefixes by which makers mark their keys. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)\\b(tskey-|(?:node|priv|mach|disco|nl)(?:key|priv|pub)?:|sk-|ghp_|gho_|github_pat_|glpat-"
              + "|xox[abp]-|sha256~|hf_|AKIA|K10)[A-Za-z0-9_:.-]{8,}");

  /** Anything long enough to be a key: hexadecimal, or base64 with digits and both cases. */
  private static final Pattern HEX = Pattern.compile("\\b[0-9a-fA-F]{32,}\\b");

  private static final Pattern BASE64 =
      Pattern.compile(
          "(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]*[0-9])(?=[A-Za-z0-9+/_-]*[a-z])"
              + "(?=[A-Za-z0-9+/_-]*[A-Z])[A-Za-z0-9+/_-]{40,}={0,2}");

  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)*");

  private static final Pattern HOME =
      Pattern.compile(
          "(?i)(/home/|/Users/|/var/home/|[a-z]:\\\\+Users\\\\+|[a-z]:/Users/)[^\\s/\\\\:\"'<>|,;)]+");

  private static final Pattern IPV4 =
      Pattern.compile(
          "(?<![0-9.])([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9.]*[0-9])");

  private static final Pattern IPV6 =
      Pattern.compile(
          "(?<![0-9A-Za-z:.])[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?![0-9A-Za-z:])");

  private final List<UnaryOperator<String>> own;

  /**
   * A redactor.
   *
   * @param names of the person who runs this, and the home folder, in any form
   */
  Redactor(List<String> names) {
    this.own =
        names.stream()
            .filter(name -> name.strip().length() >= SHORTEST_NAME)
            .sorted((one, other) -> other.length() - one.length()) // a folder before its name
            .<UnaryOperator<String>>map(Redactor::without)
            .toList();
  }

  private static UnaryOperator<String> without(String name) {
    Pattern word =
        Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])");
    String instead = name.contains("/") || name.contains("\\") ? "~" : "‹user›";
    return text -> word.matcher(text).replaceAll(Matcher.quoteReplacement(instead));
  }

  String redact(String text) {
    String clean = PEM.matcher(text).replaceAll(GONE);
    clean = LOGIN_URL.matcher(clean).replaceAll(GONE);
    clean = URL.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(bare(found)));
    clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + GONE);
    clean = NAMED.matcher(clean).replaceAll("$1" + GONE);
    clean = JWT.matcher(clean).replaceAll(GONE);
    clean = MARKED.matcher(clean).replaceAll(GONE);
    clean = HEX.matcher(clean).replaceAll(GONE);
    clean = BASE64.matcher(clean).replaceAll(GONE);
    clean = MAIL.matcher(clean).replaceAll("‹e-mail›");
    for (UnaryOperator<String> each : own) {
      clean = each.apply(clean);
    }
    clean = HOME.matcher(clean).replaceAll("~");
    clean = IPV4.matcher(clean).replaceAll(found -> isPublic4(found) ? "‹ip›" : found.group());
    return IPV6.matcher(clean)
        .replaceAll(found -> isPublic6(found.group()) ? "‹ip›" : found.group());
  }

  private static String bare(java.util.regex.MatchResult url) {
    return url.group(1) + url.group(3);
  }

  /** Neither private (RFC 1918), nor Tailscale's (RFC 6598), loopback, link-local or a mask. */
  private static boolean isPublic4(java.util.regex.MatchResult found) {
    int a = Integer.parseInt(found.group(1));
    int b = Integer.parseInt(found.group(2));
    if (a > 255 || b > 255) {
      return false; // no address
    }
    boolean house =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || (a == 172 && b >= 16 && b < 32)
            || (a == 192 && b == 168)
            || (a == 169 && b == 254)
            || (a == 100 && b >= 64 && b < 128);
    return !house;
  }

  /** A time of day has colons too, but never eight groups and never two colons together. */
  private static boolean isPublic6(String text) {
    String address = text.toLowerCase(Locale.ROOT);
    long groups = address.chars().filter(c -> c == ':').count();
    boolean is = address.contains("::") ? address.matches(".*[0-9a-f].*") : groups == 7;
    boolean house =
        address.equals("::1")
            || address.startsWith("fc")
            || address.startsWith("fd")
            || address.matches("fe[89ab][0-9a-f]:.*");
    return is && !house;
  }
}
