package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.pesulabs.console.demo.Fault;
import net.pesulabs.console.demo.PretendHomelab;
import net.pesulabs.console.demo.PretendLaptop;
import net.pesulabs.console.demo.Scale;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Urls;
import net.pesulabs.console.source.keyring.OsSecrets;
import net.pesulabs.console.source.kubernetes.ClusterSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the console, as its options want it: the settings in force, the wiring, and, in a
 * demo, the pretend homelab. What an option changed is for this run only and never saved.
 */
final class Session implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Clock clock;
  private final SettingsFile file;
  private final Cell<Settings> settings;
  private final OsSecrets secrets = new OsSecrets();
  private final Wiring wiring;

  /** One change after the other, and none on the FX thread. */
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("settings").factory());

  private final Cell<Optional<Message>> saveProblem = new Cell<>(Optional.empty());
  private final SettingsFile.Found found;
  private final boolean ownHomelab;
  private final Path historyFolder;
  private final Optional<Language> asked;
  private @Nullable PretendHomelab pretend;
  private @Nullable Profile ownProfile;
  private @Nullable Subscription saving;

  private Session(
      Clock clock,
      SettingsFile file,
      Settings start,
      SettingsFile.Found found,
      boolean ownHomelab,
      Path historyFolder,
      Optional<Language> asked) {
    this.clock = clock;
    this.file = file;
    this.settings = new Cell<>(start);
    this.found = found;
    this.ownHomelab = ownHomelab;
    this.historyFolder = historyFolder;
    this.asked = asked;
    this.wiring = new Wiring(settings, secrets, clock);
  }

  /**
   * Reads the settings and applies the options; nothing is connected yet.
   *
   * @throws UserError where an option cannot be used
   */
  static Session open(Options options, Clock clock) {
    Optional<Language> asked = language(options); // first, so that the rest is said in it
    var file = new SettingsFile(settingsPath(options), clock);
    SettingsFile.Found found = file.read();
    if (options.profile != null && found.problem() != null) {
      throw new UserError(found.problem());
    }
    if (!options.faults.isEmpty() && !options.demo) {
      throw new UserError(Msg.cliFaultNeedsDemo());
    }
    if ((options.pods != null || options.rate != null) && !options.demo) {
      throw new UserError(Msg.cliScaleNeedsDemo());
    }
    Scale scale = options.scale();
    Settings kept = found.settings();
    // In a demo, what is named is looked for in the pretend house, which is still to be built.
    Settings own = options.demo ? kept : kept.withProfile(override(options, kept.profile()));
    Settings start = asked.map(own::withLanguage).orElse(own);
    var session =
        new Session(
            clock, file, start, found, !options.namesAHomelab(), options.historyFolder(), asked);
    if (options.demo) {
      session.pretend(faults(options), scale);
      // What was named stays real: one may look at one's own card in a pretend house.
      session.settings.update(pretend -> pretend.withProfile(override(options, pretend.profile())));
    }
    return session;
  }

  private static Path settingsPath(Options options) {
    if (options.profile == null) {
      return DataFolder.find().resolve("settings.yaml");
    }
    if (!Files.isRegularFile(options.profile)) {
      throw new UserError(Msg.cliNoProfile(options.profile.toString()));
    }
    return options.profile;
  }

  /** The language asked for on the command line. */
  static Optional<Language> language(Options options) {
    String code = options.lang;
    if (code == null) {
      return Optional.empty();
    }
    return Optional.of(
        Language.ofCode(code).orElseThrow(() -> new UserError(Msg.cliUnknownLanguage(code))));
  }

  private static Set<Fault> faults(Options options) {
    var faults = EnumSet.noneOf(Fault.class);
    for (String id : options.faults) {
      faults.add(
          Fault.byId(id)
              .orElseThrow(() -> new UserError(Msg.cliUnknownFault(id, FaultNames.joined()))));
    }
    return faults;
  }

  /** A profile with what the command line says instead. */
  private static Profile override(Options options, Profile base) {
    var values = new LinkedHashMap<>(ProfileKeys.of(base));
    // Further addresses are those of the system that was there before.
    for (String system : new String[] {"gpu", "model"}) {
      if (options.set.containsKey(system + ".url")) {
        values.put(system + ".also", "");
      }
    }
    if (options.kubeconfig != null
        || options.context != null
        || options.set.containsKey("cluster.kubeconfig")
        || options.set.containsKey("cluster.context")) {
      values.put("cluster.also", "");
    }
    values.putAll(options.set);
    for (String key : new String[] {"gpu.url", "gpu.also", "model.url", "model.also"}) {
      String urls = options.set.getOrDefault(key, "");
      boolean several = key.endsWith(".also");
      for (String url : several ? urls.strip().split("\\s+") : new String[] {urls}) {
        boolean given = several ? !url.isEmpty() : options.set.containsKey(key);
        (given ? several ? Urls.checkWay(url) : Urls.check(url) : Optional.<Message>empty())
            .ifPresent(why -> {
              throw new UserError(Msg.cliBadSetting(key, why));
            });
      }
    }
    if (options.kubeconfig != null) {
      values.put("cluster.kubeconfig", options.kubeconfig);
      values.put("cluster.context", "");
    }
    if (options.context != null) {
      values.put("cluster.context", options.context);
    }
    Profile profile = ProfileKeys.profile(values);
    if (options.kubeconfig != null || options.context != null) {
      ClusterSource.check(profile.kubeconfig(), profile.context())
          .ifPresent(why -> {
            throw new UserError(why);
          });
    }
    return profile;
  }

  /** From now on the house is the pretend one. */
  void pretend(Set<Fault> faults) {
    pretend(faults, Scale.HOUSEHOLD);
  }

  private void pretend(Set<Fault> faults, Scale scale) {
    if (pretend == null) {
      ownProfile = settings.get().profile();
      pretend = PretendHomelab.start(faults, clock, scale);
      Profile profile = pretend.profile();
      // What is made up does not belong into the file.
      wiring.history().pretend(past(pretend.past(), profile));
      secrets.leaveKeyringAlone();
      secrets.put(Secrets.ofRouter(profile.gateway()), pretend.routerPassword());
      settings.update(chosen -> chosen.withProfile(profile));
    }
  }

  /** The past of a pretend house, but not of what was named and is real: see {@link #open}. */
  private Past past(Past made, Profile house) {
    return (series, from, to, most) -> {
      Profile now = settings.get().profile();
      boolean ofModel = Figure.figuresOf(ModelServer.class).contains(series.figure());
      boolean real =
          ofModel ? !now.modelUrl().equals(house.modelUrl()) : !now.gpuUrl().equals(house.gpuUrl());
      return real ? Buckets.none(from, to, most) : made.query(series, from, to, most);
    };
  }

  /** The computer the pretend house is looked at from; empty where the house is a real one. */
  Optional<PretendLaptop> laptop() {
    return Optional.ofNullable(pretend).map(PretendHomelab::laptop);
  }

  boolean isPretending() {
    return pretend != null;
  }

  /**
   * From now on saves what the person changes, unless this run is on a homelab that the command
   * line named. A language given there is not a change either.
   */
  void keepChanges() {
    if (ownHomelab && found.writable()) {
      saving = settings.onChange(chosen -> writer.execute(() -> save(toKeep(chosen))));
    }
  }

  private Settings toKeep(Settings chosen) {
    boolean onlyAsked = asked.isPresent() && asked.get() == chosen.language();
    Settings own = onlyAsked ? chosen.withLanguage(found.settings().language()) : chosen;
    return ownProfile == null ? own : own.withProfile(ownProfile);
  }

  private void save(Settings toKeep) {
    try {
      file.write(toKeep);
    } catch (IOException e) {
      LOG.error("settings cannot be written to {}", file.path(), e);
      saveProblem.set(Optional.of(Msg.settingsNotSaved(file.path().toString())));
    }
  }

  /** Why the last change could not be kept. */
  Cell<Optional<Message>> saveProblem() {
    return saveProblem;
  }

  Cell<Settings> settings() {
    return settings;
  }

  SettingsFile file() {
    return file;
  }

  Secrets secrets() {
    return secrets;
  }

  /** Where figures are kept over time; a settings file named for this run has none beside it. */
  Path historyFile() {
    return historyFolder.resolve("history.db");
  }

  /** Where it is kept what cards showed when models were loaded. */
  Path loadsFile() {
    return historyFolder.resolve("measured-loads.json");
  }

  Wiring wiring() {
    return wiring;
  }

  Clock clock() {
    return clock;
  }

  /** Whether nobody has set the console up on this computer, nor said which homelab to use. */
  boolean isFirstStart() {
    return ownHomelab && found.first();
  }

  /** What to tell the person about the settings file. */
  Optional<Message> problem() {
    return Optional.ofNullable(found.problem());
  }

  Language language() {
    return settings.get().languageOrSystem();
  }

  @Override
  public void close() {
    if (saving != null) {
      saving.close();
    }
    writer.close(); // the last change is on disk before the program ends
    wiring.close();
    if (pretend != null) {
      pretend.close();
    }
  }
}
