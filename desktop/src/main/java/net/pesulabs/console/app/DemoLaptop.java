package net.pesulabs.console.app;

import java.time.Duration;
import java.util.List;
import net.pesulabs.console.demo.PretendLaptop;
import net.pesulabs.console.doctor.LaptopProbe;
import net.pesulabs.console.doctor.TlsSight;

/**
 * The computer a pretend house is looked at from: its networks and names are pretended too, while
 * connections are real ones to the pretend house.
 */
record DemoLaptop(PretendLaptop pretend, LaptopProbe real) implements LaptopProbe {

  @Override
  public Links links() {
    List<Link> links =
        pretend.links().stream()
            .map(link -> new Link(link.name(), link.address(), link.prefix()))
            .toList();
    return new Links(links, !links.isEmpty());
  }

  @Override
  public List<String> lookup(String host) {
    return pretend.lookup(host);
  }

  @Override
  public Dialled dial(String host, int port, Duration limit) {
    return real.dial(host, port, limit);
  }

  @Override
  public Dns ask(String server, int port, String name, Duration limit) {
    return real.ask(server, port, name, limit);
  }

  @Override
  public TlsSight tls(String host, int port, Duration limit) {
    return real.tls(host, port, limit);
  }
}
