package net.pesulabs.console.page;

import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a machine is there for, in words and as an icon. */
public final class RoleWords {

  private RoleWords() {}

  /** In a few words; a machine without a role is one that only the cluster knows. */
  public static Message title(Profile.@Nullable Role role) {
    return switch (role) {
      case GATEWAY -> Msg.homeRoleGateway();
      case SERVICES -> Msg.homeRoleServices();
      case COMPUTE -> Msg.homeRoleCompute();
      case null -> Msg.homeRoleOther();
    };
  }

  public static Feather icon(Profile.@Nullable Role role) {
    return switch (role) {
      case GATEWAY -> Feather.WIFI;
      case SERVICES -> Feather.SERVER;
      case COMPUTE -> Feather.CPU;
      case null -> Feather.HARD_DRIVE;
    };
  }
}
