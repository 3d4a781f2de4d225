package net.pesulabs.console.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.pesulabs.console.fx.CopyText;
import net.pesulabs.console.page.Doors;
import net.pesulabs.console.page.pods.PodsView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The doors of this window. They open once there is a shell. FX thread only. */
final class PageDoors implements Doors {

  private static final Logger LOG = LoggerFactory.getLogger(PageDoors.class);

  private @Nullable Shell shell;
  private @Nullable Pages pages;

  void hang(Shell on, Pages to) {
    shell = on;
    pages = to;
  }

  @Override
  public boolean leadTo(Room room) {
    return page(room).isPresent();
  }

  /** A room is called as its page is. */
  private static Optional<PageId> page(Room room) {
    return PageId.byId(room.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void open(Room room, String about) {
    PageId id = page(room).orElse(null);
    if (id == null || shell == null || pages == null) {
      return;
    }
    if (pages.get(id) instanceof PodsView pods) {
      pods.filter(about);
    }
    shell.show(id);
  }

  /** Where no browser can be started, the address is on the clipboard at least. */
  @Override
  public void browse(URI page) {
    CopyText.copy(page.toString());
    Thread.ofVirtual()
        .name("browse")
        .start(() -> {
          try {
            new ProcessBuilder(command(page))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
          } catch (IOException e) {
            LOG.warn("no browser for {}", page, e);
          }
        });
  }

  private static List<String> command(URI page) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
    }
    return List.of(os.contains("mac") ? "open" : "xdg-open", page.toString());
  }
}
