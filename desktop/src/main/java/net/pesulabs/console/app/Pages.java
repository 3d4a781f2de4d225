package net.pesulabs.console.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.chat.ChatView;
import net.pesulabs.console.page.doctor.DoctorView;
import net.pesulabs.console.page.gpu.GpuView;
import net.pesulabs.console.page.home.HomeView;
import net.pesulabs.console.page.pods.PodsView;
import net.pesulabs.console.page.settings.SettingsChecks;
import net.pesulabs.console.page.settings.SettingsView;
import net.pesulabs.console.page.topology.TopologyView;
import net.pesulabs.console.source.Urls;
import net.pesulabs.console.source.kubernetes.ClusterSource;

/** The pages, each built when it is first opened. FX thread only. */
final class Pages {

  private final PageContext context;
  private final Examiner examiner;
  private final Secrets secrets;
  private final String settingsFile;
  private final Map<PageId, Page> built = new EnumMap<>(PageId.class);

  Pages(PageContext context, Examiner examiner, Secrets secrets, String settingsFile) {
    this.context = context;
    this.examiner = examiner;
    this.secrets = secrets;
    this.settingsFile = settingsFile;
  }

  Page get(PageId id) {
    return built.computeIfAbsent(id, this::build);
  }

  private Page build(PageId id) {
    return switch (id) {
      case HOME -> HomeView.create(context);
      case TOPOLOGY -> TopologyView.create(context);
      case GPU -> GpuView.create(context);
      case PODS -> PodsView.create(context);
      case CHAT -> ChatView.create(context);
      case DOCTOR -> DoctorView.create(context, examiner, DoctorCommand.about());
      case SETTINGS -> SettingsView.create(context, new Checks(), secrets, settingsFile);
    };
  }

  /** What the sources say of an address or a kubeconfig before it is used. */
  private static final class Checks implements SettingsChecks {
    @Override
    public Optional<Message> kubeconfig(String path, String context) {
      return ClusterSource.check(path, context);
    }

    @Override
    public Optional<Message> way(Source system, String url) {
      return system == Source.CLUSTER ? ClusterSource.checkWay(url) : Urls.checkWay(url);
    }

    @Override
    public Optional<Message> url(String url) {
      return Urls.check(url);
    }
  }
}
