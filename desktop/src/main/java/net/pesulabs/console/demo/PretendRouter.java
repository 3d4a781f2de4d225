package net.pesulabs.console.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** The web side of a GL-MT2500 with OpenWRT. */
final class PretendRouter implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      new Call(exchange)
          .text(200, "text/html; charset=utf-8", "<!DOCTYPE html><title>GL.iNet</title>\n");
    }
  }
}
