package net.pesulabs.console.source;

import net.pesulabs.console.homelab.Origin;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Where a system is asked by one of its ways.
 *
 * @param origin names the way
 * @param url what is asked, which through the API server is not the address people wrote
 * @param client what it is asked over; logged in where that is needed
 */
public record Entry(Origin origin, HttpUrl url, OkHttpClient client) {}
