package net.pesulabs.console.homelab;

/**
 * Where a fact came from, and by which way.
 *
 * @param address what was asked, as a person would write it: a URL, or a command
 */
public record Origin(Source source, Route route, String address) {}
