package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.fx.Png;
import net.pesulabs.console.fx.chart.Range;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.chat.ChatView;
import net.pesulabs.console.page.doctor.DoctorView;
import net.pesulabs.console.page.gpu.GpuView;
import net.pesulabs.console.page.topology.TopologyView;
import net.pesulabs.console.page.topology.graph.Layer;

/**
 * Renders pages to PNG without a display, from the same live state and the same views as the
 * window. Not on the FX thread.
 */
final class Tour {

  /** As long as the slowest source takes to say that it cannot be reached. */
  private static final Duration FIRST_ANSWERS = Duration.ofSeconds(12);

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Session session;
  private final int width;
  private final int height;
  private final Path folder;
  private final JavaFxThread fx = new JavaFxThread();

  Tour(Session session, int width, int height, Path folder) {
    this.session = session;
    this.width = width;
    this.height = height;
    this.folder = folder;
  }

  /**
   * Connects, waits for the house, and writes one picture a page, of the map one a layer, of the
   * card one for an hour, a day and a month.
   *
   * @return the pictures
   */
  List<Path> run(List<PageId> pages) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Display.startHeadless();
    session.wiring().connect();
    Awaiting.firstAnswers(session.wiring().homelab(), session.clock(), FIRST_ANSWERS);
    Frame frame = onFx(() -> new Frame(session, fx));
    var pictures = new ArrayList<Path>();
    Subscription looking = session.wiring().homelab().attention().lookAt(Source.GPU);
    try {
      for (PageId page : gpuLast(pages)) {
        pictures.add(picture(frame, page, page.id()));
        if (page == PageId.TOPOLOGY) {
          pictures.addAll(otherLayers(frame));
        } else if (page == PageId.GPU) {
          pictures.addAll(longRanges(frame));
        }
      }
    } finally {
      looking.close();
      onFx(() -> {
        frame.close();
        return true;
      });
    }
    return pictures;
  }

  /** By then the chat has given the card something to do. */
  private static List<PageId> gpuLast(List<PageId> pages) {
    return pages.stream().sorted(Comparator.comparing(page -> page == PageId.GPU)).toList();
  }

  private List<Path> otherLayers(Frame frame) throws IOException, InterruptedException {
    var map = (TopologyView) frame.pages().get(PageId.TOPOLOGY);
    var pictures = new ArrayList<Path>();
    for (Layer layer : Layer.values()) {
      if (layer != Layer.PHYSICAL) {
        onFx(() -> {
          map.show(layer);
          return true;
        });
        String name = PageId.TOPOLOGY.id() + "-" + layer.name().toLowerCase(Locale.ROOT);
        pictures.add(picture(frame, PageId.TOPOLOGY, name));
      }
    }
    return pictures;
  }

  private List<Path> longRanges(Frame frame) throws IOException, InterruptedException {
    var gpu = (GpuView) frame.pages().get(PageId.GPU);
    var pictures = new ArrayList<Path>();
    for (Range range : List.of(Range.DAY, Range.MONTH)) {
      onFx(() -> {
        gpu.timeline().rangeProperty().set(range);
        return true;
      });
      String name = PageId.GPU.id() + "-" + range.name().toLowerCase(Locale.ROOT);
      pictures.add(picture(frame, PageId.GPU, name));
    }
    return pictures;
  }

  private Path picture(Frame frame, PageId page, String name)
      throws IOException, InterruptedException {
    onFx(() -> {
      frame.shell().show(page);
      return draw(frame); // lays the page out, so that it knows its width
    });
    settle(frame, page);
    WritableImage image =
        onFx(() -> {
          frame.context().now().tick();
          return draw(frame);
        });
    Path file =
        folder.resolve(
            "%s-%s-%s.png"
                .formatted(name, session.language().code(), session.settings().get().theme().id()));
    Png.write(image, file);
    return file;
  }

  /**
   * The window as it is now. In a scene of its own each time: one that is on no stage draws some of
   * its nodes as they were at its first snapshot.
   */
  private WritableImage draw(Frame frame) {
    Parent root = frame.shell().root();
    if (root.getScene() != null) {
      root.getScene().setRoot(new Region());
    }
    var scene = new Scene(root, width, height);
    Look.dress(scene);
    return scene.snapshot(null);
  }

  /** Until the page has what makes it itself. */
  private void settle(Frame frame, PageId page) throws InterruptedException {
    var end = session.clock().instant().plus(LIMIT);
    if (page == PageId.CHAT && session.isPretending()) {
      // Only the pretend model is spoken to: a tour of a real house changes nothing there.
      var chat = (ChatView) frame.pages().get(PageId.CHAT);
      onFx(() -> {
        chat.say(frame.context().texts().say(Msg.tourQuestion()));
        return true;
      });
      while (onFx(chat::isBusy) && session.clock().instant().isBefore(end)) {
        Thread.sleep(LOOK_AGAIN);
      }
    }
    var homelab = session.wiring().homelab();
    if (page == PageId.GPU) {
      var gpu = (GpuView) frame.pages().get(PageId.GPU);
      while (onFx(() -> gpu.timeline().isLoading()) && session.clock().instant().isBefore(end)) {
        Thread.sleep(LOOK_AGAIN);
      }
    }
    if (page == PageId.TOPOLOGY) {
      // A layer may be of kinds that are listed only now.
      while (homelab.cluster().get().isLive()
          && !BenchWait.isWhole(homelab)
          && session.clock().instant().isBefore(end)) {
        Thread.sleep(LOOK_AGAIN);
      }
    }
    if (page == PageId.DOCTOR) {
      var doctor = (DoctorView) frame.pages().get(PageId.DOCTOR);
      while (onFx(doctor::isBusy) && session.clock().instant().isBefore(end)) {
        Thread.sleep(LOOK_AGAIN);
      }
    }
    Thread.sleep(LOOK_AGAIN.multipliedBy(3)); // a few pulses: what is on its way arrives
  }

  private <T> T onFx(Callable<T> work) throws InterruptedException {
    return FxWork.call(fx, work);
  }
}
