package net.pesulabs.console.demo;

import java.util.HashMap;
import java.util.Map;

/** What llama-server counts, for {@code /metrics}. Safe for any thread. */
final class LlamaCounters {

  private static final String PREFIX = "llamacpp:";

  private final PromText page = new PromText(Json.resource("llama.prom"));

  // As if it had already answered for some days.
  private double promptTokens = 48_211;
  private double cachedTokens = 96_307;
  private double promptSeconds = 33.41;
  private double predicted = 71_904;
  private double predictedSeconds = 1_189.6;
  private double longest = 5_312;
  private double busySum = 74_100;
  private double decodes = 71_904;

  synchronized void prompt(int tokens, int cached, double seconds) {
    promptTokens += tokens;
    cachedTokens += cached;
    promptSeconds += seconds;
    longest = Math.max(longest, tokens + (double) cached);
  }

  synchronized void token(double seconds, int sequence, int busySlots) {
    predicted++;
    predictedSeconds += seconds;
    decodes++;
    busySum += busySlots;
    longest = Math.max(longest, sequence);
  }

  synchronized String render(int processing, int deferred) {
    Map<String, Double> values = new HashMap<>();
    values.put(PREFIX + "prompt_tokens_total", promptTokens);
    values.put(PREFIX + "prompt_tokens_cached_total", cachedTokens);
    values.put(PREFIX + "prompt_seconds_total", rounded(promptSeconds));
    values.put(PREFIX + "tokens_predicted_total", predicted);
    values.put(PREFIX + "tokens_predicted_seconds_total", rounded(predictedSeconds));
    values.put(PREFIX + "n_decode_total", decodes);
    values.put(PREFIX + "n_tokens_max", longest);
    values.put(PREFIX + "prompt_tokens_seconds", rounded(promptTokens / promptSeconds));
    values.put(PREFIX + "predicted_tokens_seconds", rounded(predicted / predictedSeconds));
    values.put(PREFIX + "requests_processing", (double) processing);
    values.put(PREFIX + "requests_deferred", (double) deferred);
    values.put(PREFIX + "n_busy_slots_per_decode", rounded(busySum / decodes));
    return page.render(values, metric -> true, series -> true);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
