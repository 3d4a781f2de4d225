package net.pesulabs.console.page.settings;

import java.util.Map;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;

/** What can be said at once of where the router tells more; it may well tell nothing. */
final class RouterCheck {

  private RouterCheck() {}

  static void offences(Gateway gateway, SettingsChecks checks, Map<Place, Message> found) {
    url(gateway.exporterUrl(), Field.ROUTER_EXPORTER, checks, found);
    url(gateway.ubusUrl(), Field.ROUTER_UBUS, checks, found);
    if (!gateway.ubusUrl().isEmpty() && gateway.user().isEmpty()) {
      found.put(Place.of(Field.ROUTER_USER), Msg.gatewaySettingsUserMissing());
    } else if (gateway.user().equals("root")) {
      found.put(Place.of(Field.ROUTER_USER), Msg.gatewaySettingsUserRoot());
    }
  }

  private static void url(
      String url, Field field, SettingsChecks checks, Map<Place, Message> found) {
    if (!url.isEmpty()) {
      checks.url(url).ifPresent(wrong -> found.put(Place.of(field), wrong));
    }
  }
}
