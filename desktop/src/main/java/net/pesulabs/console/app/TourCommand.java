package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tour}: a picture of every page, without a display. */
@Command(
    name = "tour",
    mixinStandardHelpOptions = true,
    description = "Render every page to a PNG file, without a display.")
final class TourCommand implements Callable<Integer> {

  private static final String SIZE = "([0-9]{3,4})x([0-9]{3,4})";

  @ParentCommand private Main main = new Main();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to write them.")
  private Path out = Path.of("");

  @Option(names = "--theme", paramLabel = "light|dark|system", description = "Light or dark.")
  private @Nullable String theme;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Size in pixels; 1280x800 if not given.")
  private String size = "1280x800";

  @Option(names = "--page", paramLabel = "NAME", description = "Only this page.")
  private @Nullable String page;

  @Override
  public Integer call() throws InterruptedException {
    var missing = TextLibraries.missing();
    if (missing.isPresent()) {
      return Main.say(missing.get(), main.language(), ExitCode.UNAVAILABLE);
    }
    int[] pixels = pixels();
    List<PageId> pages = pages();
    Settings.Theme chosen = theme == null ? Settings.Theme.LIGHT : SettingsFile.theme(theme);
    try (Session session = Session.open(main.options(), Clock.systemUTC())) {
      session.settings().update(settings -> settings.withTheme(chosen));
      List<Path> pictures = new Tour(session, pixels[0], pixels[1], out).run(pages);
      System.out.println(
          Msg.cliTourDone(pictures.size(), out.toAbsolutePath().toString()).in(session.language()));
      return ExitCode.HEALTHY;
    } catch (IOException e) {
      throw new UserError(Msg.cliCannotWrite(out.toString(), String.valueOf(e.getMessage())));
    }
  }

  private int[] pixels() {
    var match = java.util.regex.Pattern.compile(SIZE).matcher(size);
    if (!match.matches()) {
      throw new UserError(Msg.cliBadSize(size));
    }
    int width = Integer.parseInt(match.group(1));
    int height = Integer.parseInt(match.group(2));
    if (width < 640 || width > 7680 || height < 480 || height > 4320) {
      throw new UserError(Msg.cliBadSize(size));
    }
    return new int[] {width, height};
  }

  private List<PageId> pages() {
    String name = page;
    if (name == null) {
      return List.of(PageId.values());
    }
    return List.of(
        PageId.byId(name)
            .orElseThrow(() -> new UserError(Msg.cliUnknownPage(name, PageId.joined()))));
  }
}
