package net.pesulabs.console.model;

/**
 * How wide the work on one token is.
 *
 * @param feedForward of all experts at work together
 */
public record Width(long embedding, long feedForward, long vocabulary) {}
