package net.pesulabs.console.page.settings;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import net.pesulabs.console.homelab.Profile;

/** One machine as it is being edited. */
final class MachineForm {

  private final StringProperty name;
  private final ObjectProperty<Profile.Role> role;
  private final StringProperty lanAddress;
  private final StringProperty tailnetAddress;

  MachineForm(Profile.Machine machine) {
    name = new SimpleStringProperty(machine.name());
    role = new SimpleObjectProperty<>(machine.role());
    lanAddress = new SimpleStringProperty(machine.lanAddress());
    tailnetAddress = new SimpleStringProperty(machine.tailnetAddress());
  }

  static MachineForm empty() {
    return new MachineForm(new Profile.Machine("", Profile.Role.SERVICES, "", ""));
  }

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<Profile.Role> roleProperty() {
    return role;
  }

  StringProperty lanAddressProperty() {
    return lanAddress;
  }

  StringProperty tailnetAddressProperty() {
    return tailnetAddress;
  }

  Observable[] parts() {
    return new Observable[] {name, role, lanAddress, tailnetAddress};
  }

  Profile.Machine toMachine() {
    return new Profile.Machine(
        name.get().strip(), role.get(), lanAddress.get().strip(), tailnetAddress.get().strip());
  }
}
