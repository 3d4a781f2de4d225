package net.pesulabs.console.source.llamacpp;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a model's weights are stored, in the one way that its makers and llama-quantize write it:
 * {@code Q4_K_M}. The server tells it as {@code llama_ftype_name} words it, {@code Q4_K - Medium}.
 */
final class Quantisation {

  private static final Map<String, String> SIZES =
      Map.of("small", "S", "medium", "M", "large", "L");

  /** In a file's name, between its other parts. */
  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?i)(?:^|[-._:/])((?:I?Q[1-8](?:_[0-9A-Z]{1,4}){0,2})|TQ[12]_0|MXFP4|NVFP4|BF16|F16|F32)"
              + "(?=$|[-._:/])");

  private Quantisation() {}

  /** From the server's words; null where they are none. */
  static @Nullable String ofWords(@Nullable String words) {
    if (words == null) {
      return null;
    }
    String told = words.replace("(guessed)", "").strip();
    if (told.isEmpty() || told.startsWith("unknown")) {
      return null;
    }
    if (told.startsWith("all ")) {
      return told.substring("all ".length());
    }
    if (told.startsWith("IQ3_S mix")) {
      return "IQ3_M";
    }
    int dash = told.indexOf(" - ");
    if (dash < 0) {
      return told.replace(" MoE", "");
    }
    String size = SIZES.get(told.substring(dash + 3).toLowerCase(Locale.ROOT));
    return size == null ? told.substring(0, dash) : told.substring(0, dash) + "_" + size;
  }

  /** From a model's or file's name; null where it does not say. */
  static @Nullable String ofName(@Nullable String name) {
    if (name == null) {
      return null;
    }
    Matcher matcher = IN_NAME.matcher(name.replaceFirst("(?i)\\.gguf$", ""));
    String last = null;
    while (matcher.find()) {
      last = matcher.group(1).toUpperCase(Locale.ROOT);
    }
    return last;
  }
}
