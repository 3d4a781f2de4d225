package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.i18n.Msg;

/** The demo where there is no display: the tour, the status, and where the pictures are. */
final class Walkthrough {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final Options options;

  Walkthrough(Options options) {
    this.options = options;
  }

  int run() throws InterruptedException, IOException {
    Path folder = DataFolder.find().resolve("tour");
    try (Session session = Session.open(options, Clock.systemUTC())) {
      System.out.println(Msg.cliNoWindow().in(session.language()));
      session.settings().update(settings -> settings.withTheme(Settings.Theme.LIGHT));
      List<Path> pictures = new Tour(session, WIDTH, HEIGHT, folder).run(List.of(PageId.values()));
      System.out.println();
      System.out.print(StatusText.write(Status.of(session)));
      System.out.println();
      System.out.println(
          Msg.cliTourDone(pictures.size(), folder.toString()).in(session.language()));
      return ExitCode.HEALTHY;
    }
  }
}
