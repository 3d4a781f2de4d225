package net.pesulabs.console.doctor;

import net.pesulabs.console.doctor.Fix.Command;
import net.pesulabs.console.i18n.Msg;

/** The exact commands, for this computer's system and for the servers, which are Linux. */
record Cures(Os os) {

  private static final String WINDOWS_TAILSCALE =
      "& \"$env:ProgramFiles\\Tailscale\\tailscale.exe\" ";
  private static final String MAC_TAILSCALE =
      "/Applications/Tailscale.app/Contents/MacOS/Tailscale ";

  /** Lines for this computer. */
  Command here(String linux, String windows, String macos) {
    return switch (os) {
      case LINUX -> new Command(Msg.doctorWhereTerminal(), linux);
      case WINDOWS -> new Command(Msg.doctorWherePowershell(), windows);
      case MACOS -> new Command(Msg.doctorWhereTerminal(), macos);
    };
  }

  /** Lines for a machine of the house. */
  static Command on(String machine, String lines) {
    return new Command(Msg.doctorWhereMachine(machine), lines);
  }

  /** Lines for a computer whose kubectl may do everything. */
  Command kubectl(String manifest) {
    return new Command(
        Msg.doctorWhereKubectl(),
        os == Os.WINDOWS
            ? "@'\n" + manifest + "'@ | kubectl apply -f -"
            : "kubectl apply -f - <<'EOF'\n" + manifest + "EOF");
  }

  /** The tailscale program with some words; what it changes takes an administrator on Linux. */
  Command tailscale(String words) {
    return here("sudo tailscale " + words, WINDOWS_TAILSCALE + words, MAC_TAILSCALE + words);
  }

  Command tailscaleStatus() {
    return here("tailscale status", WINDOWS_TAILSCALE + "status", MAC_TAILSCALE + "status");
  }

  Command installTailscale() {
    return here(
        "curl -fsSL https://tailscale.com/install.sh | sh\nsudo tailscale up",
        "winget install --id Tailscale.Tailscale --exact",
        "brew install --cask tailscale-app");
  }

  Command startTailscale() {
    return here(
        "sudo systemctl enable --now tailscaled", "Start-Service Tailscale", "open -a Tailscale");
  }

  Command joinNetwork() {
    return here(
        "nmcli radio wifi on\nnmcli device status",
        "Get-NetAdapter\nEnable-NetAdapter -Name \"Wi-Fi\"",
        "networksetup -setairportpower en0 on");
  }

  Command renewAddress() {
    return here(
        "nmcli networking off && nmcli networking on",
        "ipconfig /release\nipconfig /renew",
        "sudo ipconfig set en0 DHCP");
  }

  Command lookUp(String name) {
    return here(
        "resolvectl flush-caches\nresolvectl query " + name,
        "Clear-DnsClientCache\nResolve-DnsName " + name,
        "sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder\n"
            + "dscacheutil -q host -a name "
            + name);
  }

  Command tryPort(String host, int port) {
    return here(
        "ip route get " + host + "\nnc -vz -w 3 " + host + " " + port,
        "Test-NetConnection " + host + " -Port " + port,
        "route -n get " + host + "\nnc -vz -G 3 " + host + " " + port);
  }

  Command setClock() {
    return here(
        "sudo timedatectl set-ntp true\ntimedatectl",
        "Start-Service w32time\nw32tm /resync /force",
        "sudo sntp -sS time.apple.com");
  }

  Command question(String server, String name) {
    return here(
        "dig +time=2 @" + server + " " + name,
        "Resolve-DnsName " + name + " -Server " + server,
        "dig +time=2 @" + server + " " + name);
  }
}
